import type { RouteRecordRaw } from 'vue-router'
import words from '@/words/quarter'

export default [
  { path: '/oversight/quarters', component: () => import('./Quarters.page.vue'), meta: { title: words.title, room: 'oversight', permission: 'rating.read' } },
] satisfies RouteRecordRaw[]
