import type { RouteRecordRaw } from 'vue-router'
import words from '@/words/registry'

export default [
  { path: '/registry/facilities', component: () => import('./Facilities.page.vue'), meta: { title: words.facilities.title, room: 'registry', permission: 'facility.read' } },
  { path: '/registry/facilities/:id', component: () => import('./Provider.page.vue'), props: true, meta: { room: 'registry', permission: 'facility.read', parents: [{ name: words.facilities.title, to: '/registry/facilities' }] } },
] satisfies RouteRecordRaw[]
