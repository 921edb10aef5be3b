import type { RouteRecordRaw } from 'vue-router'

export default [{ path: '/family', component: () => import('./Family.page.vue'), meta: { permission: 'elder.read' } }] satisfies RouteRecordRaw[]
