import type { RouteRecordRaw } from 'vue-router'

export default [{ path: '/more', component: () => import('./More.page.vue'), meta: { open: true } }] satisfies RouteRecordRaw[]
