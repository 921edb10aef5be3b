import type { RouteRecordRaw } from 'vue-router'
import words from '@/words/rating'

export default [
  { path: '/oversight/scores', component: () => import('./Scores.page.vue'), meta: { title: words.scores.title, room: 'oversight', permission: 'rating.read' } },
  { path: '/oversight/scores/:id', component: () => import('./Score.page.vue'), props: true, meta: { room: 'oversight', permission: 'rating.read', parents: [{ name: words.scores.title, to: '/oversight/scores' }] } },
] satisfies RouteRecordRaw[]
