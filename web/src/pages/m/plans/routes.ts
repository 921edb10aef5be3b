import type { RouteRecordRaw } from 'vue-router'
import words from '@/words/planDoor'

export default [{ path: '/plans', component: () => import('./MyPlans.page.vue'), meta: { title: words.title } }] satisfies RouteRecordRaw[]
