import type { RouteRecordRaw } from 'vue-router'
import words from '@/words/urgent'

const list = { name: words.title, to: '/service/urgent' }

export default [
  { path: '/service/urgent', component: () => import('./Responses.page.vue'), meta: { title: words.title, room: 'service', permission: 'urgent.read' } },
  { path: '/service/urgent/providers', component: () => import('./Providers.page.vue'), meta: { title: words.providers.title, room: 'service', permission: 'urgent.read', parents: [list] } },
  { path: '/service/urgent/new/:elder', component: () => import('./UrgentOrder.page.vue'), props: true, meta: { title: words.form.title, room: 'service', permission: 'order.write', parents: [list] } },
] satisfies RouteRecordRaw[]
