import type { RouteRecordRaw } from 'vue-router'
import words from '@/words/careplan'

const parents = [{ name: words.title, to: '/need/plans' }]

export default [
  { path: '/need/plans', component: () => import('./Plans.page.vue'), meta: { title: words.title, room: 'need', permission: 'careplan.read' } },
  { path: '/need/plans/new', component: () => import('./PlanEditor.page.vue'), props: (to) => ({ elder: String(to.query.elder ?? '') }), meta: { room: 'need', permission: 'careplan.write', parents } },
  { path: '/need/plans/:id', component: () => import('./Plan.page.vue'), props: true, meta: { room: 'need', permission: 'careplan.read', parents } },
  { path: '/need/plans/:id/edit', component: () => import('./PlanEditor.page.vue'), props: true, meta: { room: 'need', permission: 'careplan.write', parents } },
] satisfies RouteRecordRaw[]
