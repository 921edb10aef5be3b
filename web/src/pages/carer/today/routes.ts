import type { RouteRecordRaw } from 'vue-router'
import words from '@/words/visit'

export default [{ path: '/today', component: () => import('./Today.page.vue'), meta: { title: words.today.title, permission: 'visit.do', tab: { order: 10, icon: 'home' } } }] satisfies RouteRecordRaw[]
