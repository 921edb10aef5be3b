import type { RouteRecordRaw } from 'vue-router'
import words from '@/words/registry'

export default [{ path: '/registry/carers', component: () => import('./Carers.page.vue'), meta: { title: words.carers.title, room: 'registry', permission: 'workforce.read' } }] satisfies RouteRecordRaw[]
