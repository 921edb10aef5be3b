import { expect, it } from 'vitest'
import type { Session } from '@/app/contract'
import { accessible, aSession, network, show, type Shown } from '@/testing/page'
import Dispatch from './Dispatch.page.vue'
import { aCarer, aDay, aVisit } from './fixtures'
import type { DayView } from './shapes'

const dispatcher: Session = { ...aSession, role: 'provider_dispatcher', organizationId: 'p', permissions: ['dispatch.read', 'dispatch.write', 'order.answer'] }
const told = aVisit({ carers: [{ id: 'c1', name: '李倩蕾' }], from: '09:00:00', to: '10:00:00' })

async function shown(day: DayView, session = dispatcher): Promise<Shown> {
  network(({ path }) => {
    if (path === '/api/dispatch/day') return { body: day }
    return { body: path === '/api/dispatch/repairs' ? [] : { items: [], total: 0, page: 1, size: 20, asOf: day.asOf } }
  })
  const page = await show(Dispatch, {}, { path: `/service/dispatch?view=list&day=${day.day}`, session })
  await page.settle()
  return page
}

/** As far ahead as any test: no day of these is over. */
const AHEAD = '2999-01-01'

it('says on a frozen day that a plan leaves what was told, and offers no other', async () => {
  const page = await shown(aDay({ day: AHEAD, frozen: true, carers: [aCarer('c1', '李倩蕾')], visits: [told] }))

  expect(page.text()).toContain('这一天已冻结')
  expect(page.text()).toContain('已告诉老人的不动')
  expect(page.text()).not.toContain('全部重排')
  page.by('button', '排一份计划')
  await accessible()
})

it('offers to plan all anew while the day is not frozen', async () => {
  const page = await shown(aDay({ day: AHEAD, carers: [aCarer('c1', '李倩蕾')], visits: [told] }))

  page.by('button', '全部重排')
  expect(page.text()).not.toContain('冻结')
})
