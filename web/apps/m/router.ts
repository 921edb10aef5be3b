import type { Router } from 'vue-router'
import { routerOf, type RouteFiles } from '@/app/router'

const files = import.meta.glob('../../src/pages/m/**/routes.ts', { eager: true, import: 'default' }) as RouteFiles

export function mRouter(): Router {
  return routerOf('/m/', files, [
    { path: '/', component: () => import('@/pages/m/Home.page.vue'), meta: { open: true } },
    { path: '/sign-in', component: () => import('@/pages/m/SignIn.page.vue'), meta: { open: true } },
    { path: '/:rest(.*)', redirect: '/' },
  ])
}
