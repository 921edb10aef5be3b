import type { RouteRecordRaw } from 'vue-router'
import words from '@/words/rating'

export default [
  { path: '/oversight/improvements', component: () => import('./Improvements.page.vue'), meta: { title: words.improvements.title, room: 'oversight', permission: 'improvement.read' } },
  { path: '/oversight/improvements/:id', component: () => import('./Improvement.page.vue'), props: true, meta: { title: words.improvements.title, room: 'oversight', permission: 'improvement.read', parents: [{ name: words.improvements.title, to: '/oversight/improvements' }] } },
] satisfies RouteRecordRaw[]
