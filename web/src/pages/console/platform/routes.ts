import type { RouteRecordRaw } from 'vue-router'
import words from '@/words/system'

export default [
  { path: '/platform', redirect: '/platform/clock' },
  { path: '/platform/clock', component: () => import('./Clock.page.vue'), meta: { title: words.clock.title, room: 'system' } },
  { path: '/platform/accounts', component: () => import('./Accounts.page.vue'), meta: { title: words.accounts.title, room: 'system', permission: 'account.read' } },
  { path: '/platform/audit', component: () => import('./Audit.page.vue'), meta: { title: words.audit.title, room: 'system' } },
  { path: '/platform/parameters', component: () => import('./Parameters.page.vue'), meta: { title: words.parameters.title, room: 'system' } },
] satisfies RouteRecordRaw[]
