import type { RouteRecordRaw } from 'vue-router'

export default [{ path: '/outcomes/:id', component: () => import('./Outcome.page.vue'), props: true, meta: { permission: 'outcome.read' } }] satisfies RouteRecordRaw[]
