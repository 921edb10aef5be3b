import type { Router } from 'vue-router'
import { routerOf, type RouteFiles } from '@/app/router'

const files = import.meta.glob('../../src/pages/screen/**/routes.ts', { eager: true, import: 'default' }) as RouteFiles

export function screenRouter(): Router {
  return routerOf('/screen/', files, [
    { path: '/', component: () => import('@/pages/screen/Cockpit.page.vue') },
    { path: '/sign-in', component: () => import('@/pages/screen/SignIn.page.vue'), meta: { open: true } },
    { path: '/:rest(.*)', redirect: '/' },
  ])
}
