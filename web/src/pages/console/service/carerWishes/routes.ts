import type { RouteRecordRaw } from 'vue-router'
import words from '@/words/carerWishes'

export default [
  { path: '/service/carer-wishes/:elder', component: () => import('./CarerWishes.page.vue'), props: true, meta: { title: words.title, room: 'service', permission: 'visit.wish' } },
] satisfies RouteRecordRaw[]
