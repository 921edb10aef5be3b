import type { RouteRecordRaw } from 'vue-router'
import words from '@/words/dispatch'

export default [{ path: '/service/dispatch', component: () => import('./Dispatch.page.vue'), meta: { title: words.title, room: 'service', permission: 'dispatch.read' } }] satisfies RouteRecordRaw[]
