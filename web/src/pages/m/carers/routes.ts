import type { RouteRecordRaw } from 'vue-router'

export default [{ path: '/carers', component: () => import('./MyCarers.page.vue'), meta: { permission: 'visit.wish' } }] satisfies RouteRecordRaw[]
