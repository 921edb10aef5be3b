import type { RouteRecordRaw } from 'vue-router'

export default [{ path: '/call', component: () => import('./Call.page.vue'), meta: { open: true } }] satisfies RouteRecordRaw[]
