import type { RouteRecordRaw } from 'vue-router'
import words from '@/words/dispatchWeek'

export default [{ path: '/service/weeks', component: () => import('./Weeks.page.vue'), meta: { title: words.title, room: 'service', permission: 'dispatch.week' } }] satisfies RouteRecordRaw[]
