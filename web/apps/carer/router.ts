import type { Router } from 'vue-router'
import { routerOf, type RouteFiles } from '@/app/router'

const files = import.meta.glob('../../src/pages/carer/**/routes.ts', { eager: true, import: 'default' }) as RouteFiles

export function carerRouter(): Router {
  return routerOf('/carer/', files, [
    { path: '/sign-in', component: () => import('@/pages/carer/SignIn.page.vue'), meta: { open: true } },
    { path: '/:rest(.*)', redirect: () => firstTab(files) },
  ])
}

/** 今日 when it is there, else the first tab. */
function firstTab(all: RouteFiles): string {
  const tabs = Object.values(all).flat().filter((route) => route.meta?.tab)
  return tabs.sort((a, b) => a.meta!.tab!.order - b.meta!.tab!.order)[0]!.path
}
