import type { RouteRecordRaw } from 'vue-router'
import words from '@/words/intake'

const loop = { name: words.loop.title, to: '/service/loop' }

export default [
  { path: '/service/loop', component: () => import('./Loop.page.vue'), meta: { title: words.loop.title, room: 'service', permission: 'loop.read' } },
  { path: '/service/cases', component: () => import('./Cases.page.vue'), meta: { title: words.cases.title, room: 'service', permission: 'need.read', parents: [loop] } },
  { path: '/service/cases/:id', component: () => import('./Case.page.vue'), props: true, meta: { room: 'service', permission: 'need.read', parents: [loop, { name: words.cases.title, to: '/service/cases' }] } },
] satisfies RouteRecordRaw[]
