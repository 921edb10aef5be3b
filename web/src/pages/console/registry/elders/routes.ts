import type { RouteRecordRaw } from 'vue-router'
import words from '@/words/elder'

export default [
  { path: '/registry/elders', component: () => import('./Elders.page.vue'), meta: { title: words.list.title, room: 'registry', permission: 'elder.read' } },
  {
    path: '/registry/elders/:id',
    component: () => import('./Elder.page.vue'),
    props: true,
    meta: { room: 'registry', permission: 'elder.read', parents: [{ name: words.list.title, to: '/registry/elders' }] },
  },
] satisfies RouteRecordRaw[]
