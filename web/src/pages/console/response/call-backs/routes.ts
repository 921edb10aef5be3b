import type { RouteRecordRaw } from 'vue-router'
import words from '@/words/hotline'

export default [
  { path: '/response/call-backs', component: () => import('./CallBacks.page.vue'), meta: { title: words.title, room: 'response', permission: 'callback.read' } },
  { path: '/response/call-backs/:id', component: () => import('./CallBacks.page.vue'), props: true, meta: { title: words.title, room: 'response', permission: 'callback.read', parents: [{ name: words.title, to: '/response/call-backs' }] } },
] satisfies RouteRecordRaw[]
