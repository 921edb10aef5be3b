import type { RouteRecordRaw } from 'vue-router'

export default [
  { path: '/visits', component: () => import('./MyVisits.page.vue'), meta: { permission: 'visit.read' } },
  { path: '/ratings', component: () => import('./ToRate.page.vue'), meta: { permission: 'feedback.give' } },
  { path: '/visits/:id/rating', component: () => import('./Rate.page.vue'), props: true, meta: { permission: 'feedback.give' } },
] satisfies RouteRecordRaw[]
