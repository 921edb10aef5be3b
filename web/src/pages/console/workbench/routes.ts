import type { RouteRecordRaw } from 'vue-router'
import words from '@/words/console'

export default [{ path: '/workbench', component: () => import('./Workbench.page.vue'), meta: { title: words.workbench.title } }] satisfies RouteRecordRaw[]
