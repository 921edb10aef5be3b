import type { RouteRecordRaw } from 'vue-router'
import words from '@/words/careplan'

export default [{ path: '/plans', component: () => import('./MyPlans.page.vue'), meta: { title: words.m.title } }] satisfies RouteRecordRaw[]
