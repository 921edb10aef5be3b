import type { RouteRecordRaw } from 'vue-router'

export default [
  { path: '/assessment', component: () => import('./Results.page.vue') },
  { path: '/assessment/:id/check', component: () => import('./Check.page.vue'), props: true, meta: { open: true } },
] satisfies RouteRecordRaw[]
