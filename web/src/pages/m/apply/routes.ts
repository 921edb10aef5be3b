import type { RouteRecordRaw } from 'vue-router'

export default [{ path: '/apply', component: () => import('./Apply.page.vue'), meta: { permission: 'need.capture' } }] satisfies RouteRecordRaw[]
