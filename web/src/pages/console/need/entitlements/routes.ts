import type { RouteRecordRaw } from 'vue-router'
import words from '@/words/entitlement'

export default [
  { path: '/need/entitlements', component: () => import('./Entitlements.page.vue'), meta: { title: words.title, room: 'need', permission: 'eligibility.read' } },
  {
    path: '/need/entitlements/:elder',
    component: () => import('./EntitlementsOfElder.page.vue'),
    props: true,
    meta: { room: 'need', permission: 'eligibility.read', parents: [{ name: words.title, to: '/need/entitlements' }] },
  },
] satisfies RouteRecordRaw[]
