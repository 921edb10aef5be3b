import type { RouteRecordRaw } from 'vue-router'

export default [
  { path: '/progress', component: () => import('./Progress.page.vue'), meta: { permission: 'need.read' } },
  { path: '/progress/:id', component: () => import('./CaseProgress.page.vue'), props: true, meta: { permission: 'need.read' } },
] satisfies RouteRecordRaw[]
