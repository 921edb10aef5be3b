import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import axe from 'axe-core'
import { createPinia, setActivePinia } from 'pinia'
import { expect, vi } from 'vitest'
import { type Component, h } from 'vue'
import { createMemoryHistory, createRouter, type Router } from 'vue-router'
import type { Session } from '@/app/contract'
import { useSession } from '@/app/session'

export interface Answer {
  status?: number
  body?: unknown
}
export interface Asked {
  method: string
  path: string
  query: URLSearchParams
  body: unknown
  key: string | null
}

/** Stands in for the network: `answer` sees each request and says what comes back. Everything asked is listed. */
export function network(answer: (asked: Asked) => Answer | undefined): Asked[] {
  const all: Asked[] = []
  vi.stubGlobal('fetch', async (request: Request) => {
    const url = new URL(request.url)
    const text = await request.text()
    const asked = { method: request.method, path: url.pathname, query: url.searchParams, body: text ? JSON.parse(text) : undefined, key: request.headers.get('Idempotency-Key') }
    all.push(asked)
    const { status = 200, body } = answer(asked) ?? { status: 404, body: { type: '/problems/web/not-found', title: '', status: 404 } }
    return new Response(status === 204 ? null : JSON.stringify(body ?? null), { status, headers: { 'content-type': 'application/json' } })
  })
  return all
}

export const aSession: Session = {
  accountId: 'a1',
  displayName: '沈丽华',
  role: 'village_worker',
  roleName: '村社工作者',
  regionCode: '330500000000',
  regionName: '湖州市',
  elderIds: [],
  permissions: ['elder.read'],
  landing: '/console/workbench',
  menu: [],
  expiresAt: '2026-11-22T20:00:00+08:00',
  mustChangePassword: false,
}

export interface Shown {
  wrapper: VueWrapper
  router: Router
  text: () => string
  /** The element with this role and accessible name; fails when there is none. */
  by: (role: 'button' | 'link' | 'textbox' | 'combobox' | 'radio' | 'checkbox' | 'alert' | 'status' | 'heading' | 'row', name?: string | RegExp) => HTMLElement
  settle: () => Promise<void>
}

const SELECTORS = {
  button: 'button',
  link: 'a[href]',
  textbox: 'input:not([type=radio]):not([type=checkbox]), textarea',
  combobox: 'select',
  radio: 'input[type=radio]',
  checkbox: 'input[type=checkbox]',
  alert: '[role=alert]',
  status: '[role=status]',
  heading: 'h1, h2, h3',
  row: 'tbody tr',
}

/** Waits for answers and for words that are loaded when needed. */
async function settle(): Promise<void> {
  await flushPromises()
  await vi.dynamicImportSettled()
  await flushPromises()
}

/** Mounts a component as a page would: router, stores, a signed-in person. */
export async function show(component: unknown, props: Record<string, unknown> = {}, options: { path?: string; slots?: Record<string, unknown>; session?: Session | null } = {}): Promise<Shown> {
  const pinia = createPinia()
  setActivePinia(pinia)
  useSession().take(options.session === undefined ? aSession : options.session)
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:rest(.*)*', component: { render: () => h('div') } }] })
  await router.push(options.path ?? '/')
  const host = document.createElement('main')
  document.body.append(host)
  const wrapper = mount(component as Component, { props, slots: options.slots as never, attachTo: host, global: { plugins: [pinia, router] } }) as VueWrapper
  await settle()
  return {
    wrapper,
    router,
    text: () => document.body.textContent ?? '',
    by(role, name) {
      const found = [...document.body.querySelectorAll<HTMLElement>(SELECTORS[role])].find((element) => name === undefined || (typeof name === 'string' ? nameOf(element) === name : name.test(nameOf(element))))
      if (!found) throw new Error(`no ${role} ${String(name ?? '')} in: ${document.body.innerHTML.slice(0, 2000)}`)
      return found
    },
    settle,
  }
}

function nameOf(element: HTMLElement): string {
  const label = element.getAttribute('aria-label') ?? (element.id ? document.querySelector(`label[for="${element.id}"]`)?.textContent : null) ?? element.closest('label')?.textContent ?? element.textContent
  return (label ?? '').replace(/\s+/g, ' ').trim()
}

/** No finding of axe that can be told without drawing (contrast and sizes are checked in the browser). */
export async function accessible(): Promise<void> {
  const { violations } = await axe.run(document.body, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'],
    rules: { 'color-contrast': { enabled: false }, 'target-size': { enabled: false } },
  })
  expect(violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(' ')}`)).toEqual([])
}
