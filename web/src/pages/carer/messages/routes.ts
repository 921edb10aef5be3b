import type { RouteRecordRaw } from 'vue-router'
import words from '@/words/visit'

export default [{ path: '/messages', component: () => import('./Messages.page.vue'), meta: { title: words.messages.title, permission: 'visit.do', tab: { order: 30, icon: 'message' } } }] satisfies RouteRecordRaw[]
