import type { RouteRecordRaw } from 'vue-router'
import words from '@/words/elder'
import registry from '@/words/registry'

const parents = [{ name: words.list.title, to: '/registry/elders' }]

export default [
  { path: '/registry/elders', component: () => import('./Elders.page.vue'), meta: { title: words.list.title, room: 'registry', permission: 'elder.read' } },
  { path: '/registry/elders/new', component: () => import('./RegisterElder.page.vue'), meta: { title: registry.register.title, room: 'registry', permission: 'elder.write', parents } },
  { path: '/registry/elders/:id/correction', component: () => import('./CorrectElder.page.vue'), props: true, meta: { room: 'registry', permission: 'elder.write', parents } },
  { path: '/registry/elders/:id/status', component: () => import('./ElderStatus.page.vue'), props: true, meta: { room: 'registry', permission: 'elder.write', parents } },
  { path: '/registry/elders/:id/family', component: () => import('./Family.page.vue'), props: true, meta: { room: 'registry', permission: 'household.write', parents } },
  {
    path: '/registry/elders/:id',
    component: () => import('./Elder.page.vue'),
    props: true,
    meta: { room: 'registry', permission: 'elder.read', parents },
  },
] satisfies RouteRecordRaw[]
