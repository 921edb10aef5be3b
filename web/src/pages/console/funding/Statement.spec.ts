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
