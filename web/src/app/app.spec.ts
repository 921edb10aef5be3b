import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { network, aSession } from '@/testing/page'
import { contrastWithWhite } from './city'
import { readDraft, saveDraft } from './drafts'
import { count, daysBetween, largeMoney, money, moment, spokenDay, spokenTime } from './format'
import { api, call } from './http'
import { newId } from './ids'
import { EcProblem } from './problem'
import { pathWithin } from './router'
import { answerSignInAgain, armSignInAgain, asking } from './signInAgain'
import { useSession } from './session'

beforeEach(() => {
  setActivePinia(createPinia())
  armSignInAgain(false)
})

const refusal = (promise: Promise<unknown>) => promise.then(() => undefined, (thrown: unknown) => thrown as EcProblem)

describe('calls', () => {
  it('give every change a key and reads none', async () => {
    const asked = network(() => ({ body: {} }))
    await call('POST', '/api/needs', { body: { a: 1 } })
    await call('GET', '/api/needs', { query: { q: '王', empty: '', none: undefined } })
    await call('POST', '/api/needs', { body: {}, key: 'mine' })
    expect(asked.map(({ method, key }) => [method, key !== null])).toEqual([['POST', true], ['GET', false], ['POST', true]])
    expect(asked[2]!.key).toBe('mine')
    expect([...asked[1]!.query.keys()]).toEqual(['q'])
  })

  it('become a problem with a sentence when refused, field errors included', async () => {
    network(() => ({ status: 400, body: { type: '/problems/web/invalid', title: '', status: 400, errors: [{ field: 'phone', code: 'pattern' }, { field: 'unheardOf', code: 'unheardOf' }] } }))
    const problem = await refusal(call('POST', '/api/needs', { body: {} }))
    expect(problem!.errors.map(({ sentence }) => sentence)).toEqual(['电话号码不对：手机 11 位，座机带区号，请再看一遍', '这一项填得不对，请改一下'])
  })

  it('say the bounds the server answered with', async () => {
    const bounds = [{ field: 'units', code: 'too-long', params: { most: 7 } }, { field: 'units', code: 'max', params: { max: 24 } }, { field: 'reason', code: 'size', params: { min: 5, max: 200 } }]
    network(() => ({ status: 400, body: { type: '/problems/web/invalid', title: '', status: 400, errors: bounds } }))
    const problem = await refusal(call('POST', '/api/orders', { body: {} }))
    expect(problem!.errors.map(({ sentence }) => sentence)).toEqual(['数量一次最多 7，再多一名护理员一天做不完。请减少，或分几天安排', '数量不能大于 24', '请把原因写完整一些，至少 5 个字'])
  })

  it('say that nothing was lost when no answer comes', async () => {
    vi.stubGlobal('fetch', async () => {
      throw new TypeError('network')
    })
    const problem = await refusal(call('GET', '/api/needs'))
    expect(problem!.status).toBe(0)
    expect(problem!.sentence).toContain('连不上服务器')
  })

  it('are made again under the same key after a new sign-in in place', async () => {
    let signedIn = false
    const asked = network(({ path }) => (path === '/api/needs' && !signedIn ? { status: 401, body: { type: '/problems/access/signed-out', title: '', status: 401 } } : { body: { id: 'n1' } }))
    armSignInAgain(true)
    const answer = call<{ id: string }>('POST', '/api/needs', { body: { note: '助浴' } })
    await vi.waitFor(() => expect(asking.value).toBe(true))
    signedIn = true
    answerSignInAgain(true)
    expect(await answer).toEqual({ id: 'n1' })
    expect(asked).toHaveLength(2)
    expect(asked[1]!.key).toBe(asked[0]!.key)
    expect(asked[1]!.body).toEqual({ note: '助浴' })
  })

  it('fail with the old problem when the person gives up signing in', async () => {
    network(() => ({ status: 401, body: { type: '/problems/access/signed-out', title: '', status: 401 } }))
    armSignInAgain(true)
    const answer = refusal(call('POST', '/api/needs', { body: {} }))
    await vi.waitFor(() => expect(asking.value).toBe(true))
    answerSignInAgain(false)
    expect((await answer)!.sentence).toContain('登录已经过期')
  })
})

describe('the session', () => {
  it('is nobody after a 401, without asking for a sign-in', async () => {
    network(() => ({ status: 401, body: { type: '/problems/access/signed-out', title: '', status: 401 } }))
    const session = useSession()
    await session.load()
    expect(session.signedIn).toBe(false)
    expect(asking.value).toBe(false)
  })

  it('knows what the account may do', async () => {
    network(() => ({ body: aSession }))
    const session = useSession()
    await session.load()
    await nextTick()
    expect([session.may('elder.read'), session.may('elder.write'), session.may(undefined)]).toEqual([true, false, true])
  })
})

describe('figures and days', () => {
  it('write money exactly', () => {
    expect([money(0), money(5), money(-128_050), money(undefined), money(99_999_999_999)]).toEqual(['¥0.00', '¥0.05', '−¥1,280.50', '—', '¥999,999,999.99'])
    expect([largeMoney(9_999_999), largeMoney(10_000_000)]).toEqual(['¥99,999.99', '10 万元'])
  })

  it('stand in China time wherever the device is', () => {
    expect(moment('2026-11-22T16:30:00Z')).toBe('2026-11-23 00:30')
    expect(daysBetween('2026-11-22T15:59:00Z', '2026-11-22T16:00:00Z')).toBe(1)
    expect(count(1286)).toBe('1,286')
  })

  it('are spoken for elders with the lunar day', () => {
    expect(spokenDay('2026-11-22T06:30:00Z')).toBe('11月22日 星期日（农历十月十四）')
    expect(['2026-02-17', '2026-02-26', '2026-03-08', '2026-03-09'].map((on) => spokenDay(`${on}T04:00:00Z`).replace(/.*农历/, ''))).toEqual(['正月初一）', '正月初十）', '正月二十）', '正月廿一）'])
    expect(['2026-11-22T06:30:00Z', '2026-11-22T01:05:00Z', '2026-11-22T03:00:00Z', '2026-11-22T04:00:00Z'].map(spokenTime)).toEqual(['下午 2:30', '上午 9:05', '上午 11:00', '中午 12:00'])
  })
})

describe('small things', () => {
  it('drafts come back for seven days, not for another account', () => {
    saveDraft('a1', 'need', { values: { note: '助浴' }, key: 'k', savedAt: new Date().toISOString() })
    expect(readDraft('a1', 'need')?.values).toEqual({ note: '助浴' })
    expect(readDraft('a2', 'need')).toBeUndefined()
    saveDraft('a1', 'old', { values: {}, key: 'k', savedAt: new Date(Date.now() - 8 * 86_400_000).toISOString() })
    expect(readDraft('a1', 'old')).toBeUndefined()
  })

  it('ids are UUIDs and differ', () => {
    expect(newId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(newId()).not.toBe(newId())
  })

  it('a city color below 4.5:1 with white is refused', () => {
    expect(contrastWithWhite('#12504c')).toBeGreaterThan(4.5)
    expect(contrastWithWhite('#7fc8c0')).toBeLessThan(4.5)
    expect(contrastWithWhite('red; background: url(x)')).toBe(0)
  })

  it('menu paths stay in the app or leave it', () => {
    expect([pathWithin('/console/', '/console/registry/elders'), pathWithin('/console/', '/carer/')]).toEqual(['/registry/elders', undefined])
  })

  it('the typed client reaches the same server', async () => {
    const asked = network(() => ({ body: [] }))
    await api.GET('/api/regions', { params: { query: { parent: '330500000000' } } })
    expect(asked[0]!.path).toBe('/api/regions')
  })
})
