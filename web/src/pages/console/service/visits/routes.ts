import type { RouteRecordRaw } from 'vue-router'
import words from '@/words/homecare'

export default [
  { path: '/service/visits', component: () => import('./Visits.page.vue'), meta: { title: words.visits.title, room: 'service', permission: 'visit.read' } },
  { path: '/service/visits/:id', component: () => import('./Visit.page.vue'), props: true, meta: { room: 'service', permission: 'visit.read', parents: [{ name: words.visits.title, to: '/service/visits' }] } },
  { path: '/service/elder-codes/:id', component: () => import('./ElderCode.page.vue'), props: true, meta: { title: words.code.title, room: 'service', permission: 'visit.card' } },
] satisfies RouteRecordRaw[]
