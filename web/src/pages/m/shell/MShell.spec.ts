import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { mRouter } from '../../../../apps/m/router'
import { accessible, aSession, network, show, type Answer } from '@/testing/page'
import { useSession } from '@/app/session'
import Home from '../Home.page.vue'
import MShell from './MShell.vue'

const elder = { ...aSession, role: 'elder', displayName: '王秀兰', elderIds: ['e1'] }
const texts = (selector: string) => [...document.querySelectorAll(selector)].map((found) => found.textContent!.replace(/\s+/g, ''))

afterEach(() => (document.body.innerHTML = ''))

/** As a reload or a typed address opens it: nobody was asked before. */
async function opened(path: string, session: Answer) {
  history.replaceState({}, '', `/m${path}`)
  setActivePinia(createPinia())
  const asked = network((one) => (one.path === '/api/session' ? session : { body: { items: [], total: 0, page: 1, size: 20, asOf: '2026-11-23T10:00:00+08:00' } }))
  const router = mRouter()
  const host = document.body.appendChild(document.createElement('div'))
  mount(MShell, { attachTo: host, global: { plugins: [router] } })
  await router.isReady()
  await vi.dynamicImportSettled()
  return { asked, router }
}

describe('the frame elders see', () => {
  it('asks who is there on a page opened by its address, so that 更多 has all its doors', async () => {
    const { asked } = await opened('/more', { body: elder })

    await vi.waitFor(() => expect(texts('main li b')).toEqual(['我的进度', '评估结果', '评价服务', '服务清单']))
    expect(texts('main section a, main section button')).toEqual(['修改密码', '退出登录'])
    expect(asked.filter((one) => one.path === '/api/session')).toHaveLength(1)
    await accessible()
  })

  it('shows somebody without an account what is open to all, and no account', async () => {
    await opened('/more', { status: 401, body: { type: '/problems/access/not-signed-in', title: '', status: 401 } })

    await vi.waitFor(() => expect(texts('main li b')).toEqual(['服务清单']))
    expect(texts('main section')).toEqual([])
  })

  it('shows the doors open to all when the server gives no answer', async () => {
    await opened('/more', { status: 503, body: { type: '/problems/database/away', title: '', status: 503 } })

    await vi.waitFor(() => expect(texts('main li b')).toEqual(['服务清单']))
  })

  it('leads home when somebody signs out behind 更多', async () => {
    const { router } = await opened('/more', { body: elder })
    await vi.waitFor(() => expect(texts('main section button')).toEqual(['退出登录']))

    document.querySelector<HTMLButtonElement>('main section button')!.click()

    await vi.waitFor(() => expect(router.currentRoute.value.path).toBe('/'))
    expect(useSession().signedIn).toBe(false)
  })
})

describe('the home page', () => {
  it('has today, four doors, help and nothing about the account', async () => {
    network((one) => ({ body: one.path === '/api/session' ? elder : { items: [], total: 0, page: 1, size: 20, asOf: '2026-11-23T10:00:00+08:00' } }))
    await show(Home, {}, { session: elder })

    expect(texts('nav b')).toEqual(['我的服务', '申请居家服务', '待确认', '更多'])
    expect(texts('.acts a, .acts button')).toEqual(['紧急呼救'])
  })

  it('leads whoever is signed in to 更多, also with one door only', async () => {
    const carer = { ...aSession, role: 'carer' }
    network(() => ({ body: carer }))
    await show(Home, {}, { session: carer })

    expect(texts('nav b')).toEqual(['服务清单', '更多'])
  })
})
