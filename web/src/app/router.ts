import { createRouter, createWebHistory, type Router, type RouteRecordRaw } from 'vue-router'
import { ref, shallowRef, watchEffect } from 'vue'
import { problemOf, type EcProblem } from './problem'
import { useSession } from './session'

declare module 'vue-router' {
  interface RouteMeta {
    /** The page's name: window title and last part of the breadcrumb. */
    title?: string
    /** Room the page stands in, as in `session.menu`. */
    room?: string
    /** Parents between room and page, for the breadcrumb. */
    parents?: { name: string; to: string }[]
    /** Permission without which the page is not shown. */
    permission?: string
    /** Makes the page one of the carer app's four tabs (今日 10, 排班 20, 消息 30, 我的 40); `icon` is a name of EcIcon. */
    tab?: { order: number; icon: string }
    /** Reached without a sign-in. */
    open?: boolean
  }
}

/** Where somebody changes their password, in every app. */
export const PASSWORD = '/password'

export type RouteFiles = Record<string, RouteRecordRaw[]>

/** A router over the routes files of one app (`import.meta.glob('…/routes.ts', { eager: true, import: 'default' })`). */
export function routerOf(base: string, files: RouteFiles, extra: RouteRecordRaw[]): Router {
  const router = createRouter({
    history: createWebHistory(base),
    routes: [...Object.values(files).flat(), { path: PASSWORD, component: () => import('@/components/EcPasswordPage/EcPasswordPage.vue') }, ...extra],
    scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
  })
  router.beforeEach(async (to) => {
    if (to.meta.open) return true
    const session = useSession()
    await session.load()
    const wall = session.signedIn ? session.mustChangePassword && PASSWORD : '/sign-in'
    return !wall || wall === to.path || { path: wall, query: to.fullPath === '/' ? {} : { next: to.fullPath } }
  })
  leadToPassword(router)
  installFocus(router)
  watchStart(router)
  return router
}

/** On pages open to everybody, and when the sign-in overlay took a one-time password: the change comes first. */
function leadToPassword(router: Router): void {
  const session = useSession()
  watchEffect(() => {
    const { path, fullPath } = router.currentRoute.value
    if (session.mustChangePassword && path !== PASSWORD && path !== '/sign-in') void router.push({ path: PASSWORD, query: { next: fullPath } })
  })
}

/** After a turn of the page the screen reader and the keyboard start at its heading. The first page keeps the browser's own start. */
function installFocus(router: Router): void {
  router.afterEach((to, from, failure) => {
    if (failure || from.matched.length === 0 || to.path === from.path) return
    focusHeading()
  })
}

function focusHeading(tries = 40): void {
  requestAnimationFrame(() => {
    const heading = document.querySelector<HTMLElement>('main h1')
    if (heading && !document.querySelector('dialog[open]')) {
      if (!heading.hasAttribute('tabindex')) heading.tabIndex = -1
      heading.focus({ preventScroll: true })
    } else if (tries > 0) focusHeading(tries - 1)
  })
}

let brand = ''
/** What the page in view is called, for the breadcrumb. */
export const pageTitle = ref('')

/** Window title: page, then the city's brand. */
export function setTitle(title: string, brandName: string = brand): void {
  brand = brandName
  pageTitle.value = title
  document.title = [title, brandName].filter(Boolean).join(' · ')
}

/** A menu path of the server (`/console/registry/elders`) as a path of this app, or undefined when it leads to another app. */
export function pathWithin(base: string, path: string): string | undefined {
  return path.startsWith(base) ? `/${path.slice(base.length)}` : undefined
}

/** Goes to a path of the server, whichever app it belongs to. */
export async function goTo(router: Router, base: string, path: string): Promise<void> {
  const inside = pathWithin(base, path)
  if (inside === undefined) location.assign(path)
  else await router.replace(inside)
}

/** Set when the app could not ask the server who is here; the app then shows `EcStart` instead of its pages. */
export const startProblem = shallowRef<EcProblem>()

/** A guard failed because the server gave no answer. */
function watchStart(router: Router): void {
  router.onError(async (thrown) => {
    startProblem.value = await problemOf(thrown)
  })
}
