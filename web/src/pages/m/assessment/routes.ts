import type { RouteRecordRaw } from 'vue-router'
import words from '@/words/assessment'

export default [
  { path: '/assessment', component: () => import('./Results.page.vue'), meta: { title: words.m.title } },
  { path: '/assessment/:id/check', component: () => import('./Check.page.vue'), props: true, meta: { title: words.check.title, open: true } },
] satisfies RouteRecordRaw[]
