import type { RouteRecordRaw } from 'vue-router'
import words from '@/words/carer'

export default [{ path: '/sync', component: () => import('./Sync.page.vue'), meta: { title: words.sync.title } }] satisfies RouteRecordRaw[]
