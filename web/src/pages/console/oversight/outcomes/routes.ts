import type { RouteRecordRaw } from 'vue-router'
import words from '@/words/outcome'

export default [
  { path: '/oversight/outcomes', component: () => import('./Outcomes.page.vue'), meta: { title: words.title, room: 'oversight', permission: 'outcome.read' } },
  { path: '/oversight/outcomes/:id', component: () => import('./Outcome.page.vue'), props: true, meta: { title: words.title, room: 'oversight', permission: 'outcome.read', parents: [{ name: words.title, to: '/oversight/outcomes' }] } },
] satisfies RouteRecordRaw[]
