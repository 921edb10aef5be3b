import { afterEach, describe, expect, it } from 'vitest'
import { aSession, network, show } from '@/testing/page'
import Visit from './Visit.page.vue'

const someone = { id: 'x1', name: '周小兰' }
const event = { id: 'e1', kind: 'CHECK_IN', at: '2026-11-03T09:00:00+08:00', deviceAt: '2026-11-03T09:00:00+08:00', receivedAt: '2026-11-03T09:01:00+08:00', carer: someone, method: 'QR', cardValid: true, items: [], fields: {}, late: false }
const shares = { priceFen: 4000, publicFen: 4000, voucherFen: 0, elderFen: 0, publicMinutes: 60 }

afterEach(() => (document.body.innerHTML = ''))

async function page(status: string, of: object = shares) {
  const visit = {
    id: 'v1', number: '7', orderId: 'o1', elder: someone, regionName: '城东村', provider: someone, service: 'MEAL', serviceName: '助餐', day: '2026-11-03', windowFrom: '09:00', windowTo: '11:00', carers: [], units: 1, unitsDone: 1,
    unit: '次', status, statusName: '', flags: [], sampled: false, rated: false,
  }
  network(({ path }) => (path === '/api/visits/v1' ? { body: { visit, version: 1, durationMinutes: 60, crew: 1, sent: [], came: [], events: [event], fields: [], items: [], findings: [], story: [], shares: of, sharesFrozen: status === 'CONFIRMED', mayDecide: false, mayCancel: false, mayRate: false } } : undefined))
  return show(Visit, { id: 'v1' }, { session: { ...aSession, permissions: ['visit.read'] } })
}

describe('what a visit costs', () => {
  it('is reserved before it is decided and frozen once it is confirmed', async () => {
    expect((await page('ASSIGNED')).text()).toMatch(/¥40\.00\s*预留\s*公费 ¥40\.00/)
    expect((await page('CONFIRMED')).text()).toMatch(/¥40\.00\s*已冻结\s*公费 ¥40\.00/)
  })

  it.each(['REJECTED', 'CANCELLED', 'MISSED'])('went back when the visit is %s', async (status) => {
    const text = (await page(status)).text()

    expect(text).toMatch(/¥40\.00\s*预留已退回\s*这次上门不结算，老人不用付费。/)
    expect(text).not.toContain('公费 ¥40.00')
  })

  it('was never reserved where nothing of it was public money', async () => {
    expect((await page('MISSED', { ...shares, publicFen: 0, elderFen: 4000 })).text()).toContain('没有预留')
  })
})

describe('what the phones recorded', () => {
  it('keeps names and times whole, so that only what was said is broken into lines', async () => {
    const shown = await page('NORMAL')
    const cells = [...shown.by('row').children]

    expect(cells.map((cell) => cell.textContent!.trim())).toEqual(['2026-11-03 09:00', '签到', '周小兰', '老人码 · 老人码有效', '09:01 收到'])
    expect(cells.filter((cell) => !cell.matches('th, .nowrap') && !cell.querySelector('.nowrap')).map((cell) => cell.className)).toEqual(['detail'])
  })
})
