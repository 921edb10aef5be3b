import { afterEach, describe, expect, it } from 'vitest'
import { day } from '@/app/format'
import { accessible, aSession, network, show } from '@/testing/page'
import Carers from './Carers.page.vue'

const carer = { id: 'c1', name: '沈梅', sex: 'FEMALE', providerId: 'p1', regionName: '爱山街道', skills: [], partTime: false, travelMode: 'E_BIKE' }

const IN_A_MONTH = day(new Date(Date.now() + 30 * 86_400_000))

afterEach(() => (document.body.innerHTML = ''))

async function page(row: object, permissions = ['workforce.read', 'workforce.write', 'account.write']) {
  const asked = network(({ method, path, query }) => {
    if (path === '/api/carers') return { body: { items: [row], total: 1, page: 1, size: 20, asOf: '2026-11-22T10:00:00+08:00' } }
    if (path === '/api/carers/c1/visits-ahead') return { body: { visits: 9, firstOn: query.get('from'), lastOn: '2030-01-02' } }
    return method === 'PUT' || method === 'DELETE' ? { status: 204 } : undefined
  })
  return { shown: await show(Carers, {}, { session: { ...aSession, role: 'provider_dispatcher', permissions } }), asked }
}

describe('who works here', () => {
  it('leaves on a day, once it was said how many visits that leaves to others', async () => {
    const { shown, asked } = await page(carer)
    shown.by('button', '离职 沈梅').click()
    await shown.settle()
    await shown.wrapper.findComponent({ name: 'LeavingDialog' }).find('input[type=date]').setValue(IN_A_MONTH)
    await shown.settle()

    expect(shown.text()).toContain(`从这一天起还有 9 次上门派给她（${IN_A_MONTH} 至 2030-01-02），要换人。`)
    await accessible()
    shown.by('button', '登记 沈梅 离职').click()
    await shown.settle()
    expect(asked.find((one) => one.method === 'PUT')).toMatchObject({ path: '/api/carers/c1/leaving', body: { on: IN_A_MONTH } })
  })

  it('leaves within a year', async () => {
    const { shown, asked } = await page(carer)
    shown.by('button', '离职 沈梅').click()
    await shown.settle()
    await shown.wrapper.findComponent({ name: 'LeavingDialog' }).find('input[type=date]').setValue('2999-01-01')
    shown.by('button', '登记 沈梅 离职').click()
    await shown.settle()

    expect(shown.text()).toContain('离职日请选今天起一年以内的一天。')
    expect(asked.some((one) => one.method === 'PUT')).toBe(false)
  })

  it('who is leaving stands with the day, and may be taken back', async () => {
    const { shown, asked } = await page({ ...carer, leavesOn: '2029-12-28' })
    expect(shown.text()).toContain('2029-12-28 起离职')
    shown.by('button', '撤回离职 沈梅').click()
    await shown.settle()

    expect(asked.some((one) => one.method === 'DELETE' && one.path === '/api/carers/c1/leaving')).toBe(true)
  })

  it('is only read by an officer', async () => {
    const { shown } = await page(carer, ['workforce.read'])

    expect(() => shown.by('button', '离职 沈梅')).toThrow()
  })
})
