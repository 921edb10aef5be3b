import { afterEach, describe, expect, it } from 'vitest'
import { aSession, network, show } from '@/testing/page'
import Statement from './Statement.page.vue'

const statement = {
  id: 's1', version: 1, providerId: 'p1', providerName: '安康', regionCode: '330502000000', regionName: '吴兴区', month: '2026-10', stateName: '', performancePass: true, score: 90, heldShare: 0, visits: 9, undecided: 0,
  exceptions: 4, doubted: 4, priceFen: 90000, elderFen: 0, dueFen: 90000, withheldFen: 0, correctionFen: 0, totalFen: 90000, leftOutFen: 0, payableFen: 90000, computedAt: '2026-11-01T10:00:00+08:00', objections: [], payments: [],
}

afterEach(() => (document.body.innerHTML = ''))

async function page(state: string) {
  network(({ path }) => (path === '/api/statements/s1' ? { body: { ...statement, state } } : path === '/api/statements/s1/lines' ? { body: { items: [], total: 0, page: 1, size: 20, asOf: '2026-11-22T10:00:00+08:00' } } : undefined))
  return show(Statement, { id: 's1' }, { session: { ...aSession, role: 'county_finance', permissions: ['settlement.read', 'settlement.review', 'visit.read'] } })
}

describe('a statement with visits in doubt', () => {
  it('is not reviewed before they are decided, and leads to them', async () => {
    const shown = await page('FROZEN')

    expect(shown.text()).toContain('有 4 次上门退回人工判定：判定后才能复核，判定不成立的本单不支付。')
    expect(shown.by('link', '去看异常待判定的上门').getAttribute('href')).toContain('/service/visits?status=ABNORMAL&provider=p1')
  })

  it('stands as it is once reviewed', async () => {
    expect((await page('REVIEWED')).text()).toContain('本单不再改动，判定不成立的在下一张结算单扣回。')
  })
})

describe('lines that are not paid', () => {
  const line = { number: 1, kind: 'VISIT', kindName: '服务', serviceName: '助餐', units: 1, priceFen: 100, publicFen: 100, voucherFen: 0, elderFen: 0, withheldFen: 0, payableFen: 100, flags: [], leftOut: true }
  const objection = { amountFen: 100, reason: '数量少算了一次', raisedAt: '2026-11-02T10:00:00+08:00', putBack: false, rejected: false }
  const cases = [
    { id: 'l1', of: {}, told: '异议处理中，暂不支付' },
    { id: 'l2', of: { decision: 'DROP', decisionReason: '没有证据' }, told: '异议后不予结算' },
    { id: 'l3', of: { decision: 'DROP', rejected: true }, told: '核查不属实，不结算' },
    { id: 'l4', of: { decision: 'SETTLE' }, told: '异议成立，下期补结' },
  ]

  it('say why, in the sums and beside each line', async () => {
    const objections = cases.map((one) => ({ ...objection, ...one.of, id: `o-${one.id}`, lineId: one.id }))
    network(({ path }) => (path === '/api/statements/s1' ? { body: { ...statement, state: 'CLEARED', exceptions: 0, doubted: 0, leftOutFen: 400, objections } }
      : path === '/api/statements/s1/lines' ? { body: { items: cases.map((one) => ({ ...line, id: one.id, objectionId: `o-${one.id}` })), total: 4, page: 1, size: 20 } } : undefined))
    const shown = await show(Statement, { id: 's1' }, { session: { ...aSession, role: 'county_finance', permissions: ['settlement.read', 'settlement.review'] } })
    const rows = [...document.querySelectorAll('tbody tr')].map((row) => row.children[1]!.textContent)
    const sums = [...document.querySelectorAll('.sums dt')].map((term) => term.textContent)

    cases.forEach((one, at) => expect(rows[at]).toContain(one.told))
    expect(sums).toEqual(expect.arrayContaining(cases.map((one) => one.told)))
    expect(shown.text()).toContain('异议和核查不属实')
  })

  it('are not spoken of where all is paid, or a line came back', async () => {
    network(({ path }) => (path === '/api/statements/s1' ? { body: { ...statement, state: 'FROZEN', objections: [{ ...objection, id: 'o1', lineId: 'l1', decision: 'SETTLE', putBack: true }] } }
      : path === '/api/statements/s1/lines' ? { body: { items: [{ ...line, id: 'l1', leftOut: false, objectionId: 'o1' }], total: 1, page: 1, size: 20 } } : undefined))
    const shown = await show(Statement, { id: 's1' }, { session: { ...aSession, role: 'county_finance', permissions: ['settlement.read', 'settlement.review'] } })

    expect(shown.text()).not.toMatch(/暂不支付|不结算，|不予结算(?!的)/)
  })
})
