import type { Router } from 'vue-router'
import { goTo, pathWithin, routerOf, type RouteFiles } from '@/app/router'
import { useSession } from '@/app/session'

/** Every room brings its own `routes.ts`; nothing here changes when one is added. */
const files = import.meta.glob('../../src/pages/console/**/routes.ts', { eager: true, import: 'default' }) as RouteFiles

export function consoleRouter(): Router {
  const router: Router = routerOf('/console/', files, [
    { path: '/sign-in', component: () => import('@/pages/console/SignIn.page.vue'), meta: { open: true } },
    {
      path: '/',
      component: () => import('@/pages/console/Missing.page.vue'),
      beforeEnter: () => {
        const landing = useSession().current?.landing ?? ''
        const inside = pathWithin('/console/', landing)
        if (inside === undefined) {
          void goTo(router, '/console/', landing)
          return false
        }
        return inside === '/' ? '/workbench' : inside
      },
    },
    { path: '/:rest(.*)', component: () => import('@/pages/console/Missing.page.vue') },
  ])
  return router
}
