import { mount, flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createPinia, setActivePinia } from 'pinia'
import type { Elder } from '@/app/contract'
import words from '@/words/assessment'
import AbilityCard from './AbilityCard.vue'

const rows = vi.hoisted(() => ({ items: [] as unknown[] }))
vi.mock('./api', async (original) => ({ ...(await original<object>()), listOf: async () => ({ items: rows.items, total: rows.items.length }) }))

const expired = { id: 'a1', number: 'PG1', status: 'EXPIRED', statusName: '已到期', finalLevel: 'SEVERE', baseOn: '2025-11-01' }

async function card(elder: Partial<Elder>): Promise<string> {
  const mounted = mount(AbilityCard, { props: { elder: { id: 'e1', ...elder } as Elder }, global: { stubs: { RouterLink: { template: '<a><slot /></a>' } } } })
  await flushPromises()
  return mounted.text()
}

describe('the card of the ability', () => {
  beforeEach(() => setActivePinia(createPinia()))

  it('says of a level that expired what is so, not that it was brought along', async () => {
    rows.items = [expired]
    const text = await card({ level: 'SEVERE', levelExpired: true })
    expect(text).toContain(words.card.lapsed)
    expect(text).not.toContain(words.card.brought)
  })

  it('says that a level was brought along where nothing was assessed here, and that there is none where there is none', async () => {
    rows.items = []
    expect(await card({ level: 'SEVERE', levelExpired: false })).toContain(words.card.brought)
    expect(await card({})).toContain(words.card.none)
    rows.items = [expired]
    expect(await card({})).toContain(words.card.noneNow)
  })
})
