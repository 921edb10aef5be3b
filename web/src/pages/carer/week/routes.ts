import type { RouteRecordRaw } from 'vue-router'
import words from '@/words/visit'

export default [{ path: '/week', component: () => import('./Week.page.vue'), meta: { title: words.week.title, permission: 'visit.do', tab: { order: 20, icon: 'calendar' } } }] satisfies RouteRecordRaw[]
