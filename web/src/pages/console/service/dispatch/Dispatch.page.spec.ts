import { expect, it } from 'vitest'
import type { Session } from '@/app/contract'
import { accessible, aSession, network, show, type Shown } from '@/testing/page'
import Dispatch from './Dispatch.page.vue'
import { aCarer, aDay, aVisit } from './fixtures'
import type { DayView } from './shapes'

const dispatcher: Session = { ...aSession, role: 'provider_dispatcher', organizationId: 'p', permissions: ['dispatch.read', 'dispatch.write', 'order.answer'] }
const reader: Session = { ...dispatcher, permissions: [...dispatcher.permissions, 'order.read'] }
const told = aVisit({ carers: [{ id: 'c1', name: '李倩蕾' }], from: '09:00:00', to: '10:00:00' })

async function shown(day: DayView, session = dispatcher, view = 'list'): Promise<Shown> {
  network(({ path }) => {
    if (path === '/api/dispatch/day') return { body: day }
    return { body: path === '/api/dispatch/repairs' ? [] : { items: [], total: 0, page: 1, size: 20, asOf: day.asOf } }
  })
  const page = await show(Dispatch, {}, { path: `/service/dispatch?view=${view}&day=${day.day}`, session })
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

it.each(['timeline', 'list', 'map'])('says in the %s that nobody ordered yet, and leads to the orders', async (view) => {
  const page = await shown(aDay({ day: AHEAD, carers: [aCarer('c1', '李倩蕾')], around: { before: null, after: null, ordered: false } }), reader, view)

  expect(page.text()).toContain('听泉现在没有已接的工单')
  expect(page.by('link', '看服务工单').getAttribute('href')).toContain('/service/orders')
  expect(page.text()).not.toContain('排一份计划')
  await accessible()
})

it('goes from a day without visits to the next that has some with one click', async () => {
  const page = await shown(aDay({ day: AHEAD, around: { before: '2998-12-30', after: '2999-01-04', ordered: true } }))

  expect(page.text()).toContain('已接的工单这一天都不上门')
  page.by('button', '去上一个有单子的日子 2998-12-30')
  page.by('button', '去下一个有单子的日子 2999-01-04').click()
  await page.settle()

  expect(page.router.currentRoute.value.query.day).toBe('2999-01-04')
})

it('says that visits are still to be made where orders wait for their first', async () => {
  expect((await shown(aDay({ day: AHEAD, around: { before: null, after: null, ordered: true } }))).text()).toContain('上门的单子还没有生成')
})
