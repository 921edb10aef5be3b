import type { RouteRecordRaw } from 'vue-router'
import homecare from '@/words/homecare'
import words from '@/words/singleOrder'

export default [
  { path: '/service/orders/new/:elder', component: () => import('./SingleOrder.page.vue'), props: true, meta: { title: words.title, room: 'service', permission: 'order.write', parents: [{ name: homecare.orders.title, to: '/service/orders' }] } },
] satisfies RouteRecordRaw[]
