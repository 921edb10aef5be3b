import type { RouteRecordRaw } from 'vue-router'

export default [{ path: '/visit/:id', component: () => import('./Visit.page.vue'), meta: { permission: 'visit.do' } }] satisfies RouteRecordRaw[]
