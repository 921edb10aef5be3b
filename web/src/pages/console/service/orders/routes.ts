import type { RouteRecordRaw } from 'vue-router'
import words from '@/words/homecare'

export default [
  { path: '/service/orders', component: () => import('./Orders.page.vue'), meta: { title: words.orders.title, room: 'service', permission: 'order.read' } },
  { path: '/service/orders/:id', component: () => import('./Order.page.vue'), props: true, meta: { room: 'service', permission: 'order.read', parents: [{ name: words.orders.title, to: '/service/orders' }] } },
] satisfies RouteRecordRaw[]
