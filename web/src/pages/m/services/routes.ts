import type { RouteRecordRaw } from 'vue-router'

export default [{ path: '/services', component: () => import('./Services.page.vue'), meta: { open: true } }] satisfies RouteRecordRaw[]
