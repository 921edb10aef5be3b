import { describe, expect, it } from 'vitest'
import { aSession, network, show } from '@/testing/page'
import TodayCard from './TodayCard.vue'

const elder = { ...aSession, role: 'elder', elderIds: ['e1'] }

async function todayWith(waiting: number) {
  const asked = network(({ path }) => (path === '/api/care-plans' ? { body: { items: [], total: waiting, page: 1, size: 20, asOf: '2026-11-23T10:00:00+08:00' } } : { body: { items: [], total: 0, page: 1, size: 100, asOf: '2026-11-23T10:00:00+08:00' } }))
  const shown = await show(TodayCard, {}, { session: elder })
  await shown.settle()
  return { shown, asked }
}

describe('today', () => {
  it('leads to the plan that waits for a yes', async () => {
    const { shown, asked } = await todayWith(1)
    expect(shown.by('link', /同意才开始/).getAttribute('href')).toBe('/plans')
    expect(asked.find((one) => one.path === '/api/care-plans')?.query.get('elder')).toBe('e1')
  })

  it('says nothing of plans when none waits', async () => {
    const { shown } = await todayWith(0)
    expect(shown.text()).not.toContain('同意才开始')
  })
})
