import type { RouteRecordRaw } from 'vue-router'
import words from '@/words/funding'

export default [
  { path: '/funding/statements', component: () => import('./Statements.page.vue'), meta: { title: words.statements.title, room: 'funding', permission: 'settlement.read' } },
  {
    path: '/funding/statements/:id',
    component: () => import('./Statement.page.vue'),
    props: true,
    meta: { room: 'funding', permission: 'settlement.read', parents: [{ name: words.statements.title, to: '/funding/statements' }] },
  },
  { path: '/funding/payments', component: () => import('./Batches.page.vue'), meta: { title: words.batches.title, room: 'funding', permission: 'payment.read' } },
  {
    path: '/funding/payments/:id',
    component: () => import('./Batch.page.vue'),
    props: true,
    meta: { room: 'funding', permission: 'payment.read', parents: [{ name: words.batches.title, to: '/funding/payments' }] },
  },
] satisfies RouteRecordRaw[]
