import type { RouteRecordRaw } from 'vue-router'
import words from '@/words/carer'

export default [{ path: '/me', component: () => import('./Me.page.vue'), meta: { title: words.me.title, tab: { order: 40, icon: 'me' } } }] satisfies RouteRecordRaw[]
