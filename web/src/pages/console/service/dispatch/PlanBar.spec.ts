import { expect, it } from 'vitest'
import { notices } from '@/app/notices'
import { accessible, network, show } from '@/testing/page'
import { aDay, aVisit } from './fixtures'
import PlanBar from './PlanBar.vue'
import type { PlanRow, PlanView } from './shapes'

const plan: PlanRow = { id: 'd1', day: '2026-11-24', origin: 'BY_HAND', status: 'DRAFT', planned: 2, unserved: 0, changed: 1, travelMinutes: 10, madeAt: '2026-11-23T20:00:00+08:00' }
const fixed = { visit: aVisit({ from: '09:00:00', locked: true, carers: [{ id: 'c1', name: '李倩蕾' }] }), refused: [{ id: 'c1', name: '李倩蕾' }] }
const view: PlanView = { plan, lines: [], unserved: [], refused: [], outdated: 0 }
const props = { view, day: aDay(), changed: 1, drawn: true, reading: false, may: true }

it('names a fixed visit of a refused carer before the plan is adopted, while it is, and afterwards', async () => {
  network(({ path }) => (path === '/api/dispatch/plans/d1/publication' ? { body: { change: 'x', assigned: 1, removed: 0, unserved: 0, refused: [fixed] } } : undefined))
  const page = await show(PlanBar, { ...props, view: { ...view, refused: [fixed] } })
  expect(page.text()).toContain('1 单老人已不要定下的护理员。')
  expect(page.text()).toContain('不要 李倩蕾 再来')
  await accessible()
  page.by('button', '09:00 王秀兰 助洁').click()
  expect(page.wrapper.emitted('select')).toEqual([['v1']])

  page.by('button', '采纳计划').click()
  await page.settle()
  expect(document.querySelector('dialog')!.textContent).toContain('09:00 王秀兰 助洁')
  await accessible()
  ;[...document.querySelectorAll<HTMLButtonElement>('dialog button')].find((one) => one.textContent === '采纳计划')!.click()
  await page.settle()

  expect(notices.map(({ tone, text }) => [tone, text])).toContainEqual(['warn', '王秀兰 的单子仍派给老人不要的护理员（手工定下，计划没有动），请改派或和老人商量。'])
})

it('says nothing of it where no elder refused anybody', async () => {
  const page = await show(PlanBar, props)
  expect(page.text()).not.toContain('不要')
})

it('says that it is out of date, counts what was ordered since, and cannot be adopted any more', async () => {
  const page = await show(PlanBar, { ...props, view: { ...view, outdated: 1 }, day: aDay({ open: [{ visit: 'v9', reason: 'NEW', remedies: [] }] }) })
  expect(page.text()).toContain('计划已过时：排好以后有 1 单的情况变了')
  expect(page.text()).toContain('没有人去 1 → 1 单')
  expect([...document.querySelectorAll('button')].map((one) => one.textContent)).not.toContain('采纳计划')
  await accessible()
})
