import type { RouteRecordRaw } from 'vue-router'
import words from '@/words/intake'

const parents = [{ name: words.needs.title, to: '/need/needs' }]

export default [
  { path: '/need/needs', component: () => import('./Needs.page.vue'), meta: { title: words.needs.title, room: 'need', permission: 'need.read' } },
  { path: '/need/needs/new', component: () => import('./NeedForm.page.vue'), meta: { title: words.form.title, room: 'need', permission: 'need.capture', parents } },
  { path: '/need/needs/:id', component: () => import('./Need.page.vue'), props: true, meta: { room: 'need', permission: 'need.read', parents } },
] satisfies RouteRecordRaw[]
