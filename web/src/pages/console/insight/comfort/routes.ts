import type { RouteRecordRaw } from 'vue-router'
import words from '@/words/report'

const list = { name: words.comfort.title, to: '/insight/comfort' }

export default [
  { path: '/insight/comfort', component: () => import('./Contacts.page.vue'), meta: { title: words.comfort.title, room: 'insight', permission: 'report.read' } },
  { path: '/insight/comfort/areas', component: () => import('./Areas.page.vue'), meta: { title: words.comfort.areas.title, room: 'insight', permission: 'report.read', parents: [list] } },
] satisfies RouteRecordRaw[]
