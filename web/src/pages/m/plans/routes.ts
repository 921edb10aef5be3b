import type { RouteRecordRaw } from 'vue-router'
import words from '@/words/careplanDoor'

export default [{ path: '/plans', component: () => import('./MyPlans.page.vue'), meta: { title: words.door } }] satisfies RouteRecordRaw[]
