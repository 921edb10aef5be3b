import { expect, it, vi } from 'vitest'
import { accessible, show } from '@/testing/page'
import { aVisit } from './fixtures'
import RepairBar from './RepairBar.vue'
import RepairLines from './RepairLines.vue'
import type { RepairRow } from './shapes'

const LOST: RepairRow = { id: 'r1', day: '2026-11-23', cause: 'ABSENCE', carer: { id: 'c1', name: '李倩蕾' }, also: [], state: 'PROPOSED', changes: 3, extraMinutes: 4, moved: 2, placed: 0, lost: 1, unsolved: [] }

it('offers to move more where somebody would be left out, once', async () => {
  const fetched = vi.fn<typeof fetch>(async () => new Response('{}', { status: 201, headers: { 'content-type': 'application/json' } }))
  vi.stubGlobal('fetch', fetched)
  const shown = await show(RepairBar, { repairs: [LOST], may: true })
  expect(shown.text()).toContain('1 单没有人去')
  await accessible()

  Array.from(document.querySelectorAll('button')).find((one) => one.textContent === '多挪几单再试')!.click()

  await vi.waitFor(() => expect(shown.text()).not.toContain('多挪几单再试'))
  const sent = fetched.mock.calls.map(([request]) => request as Request).find((request) => request.method === 'POST')!
  expect(await sent.json()).toEqual({ day: '2026-11-23', cause: 'ABSENCE', carer: 'c1', mostMoved: 20 })
})

it('offers nothing more where everybody is served', async () => {
  const shown = await show(RepairBar, { repairs: [{ ...LOST, lost: 0 }], may: true })
  expect(shown.text()).not.toContain('多挪几单再试')
})

it('stays a bar where everybody is late: three visits and a button, names of three and their number', async () => {
  const unsolved = Array.from({ length: 9 }, (_, n) => ({ visit: `v${n}`, elder: { id: `e${n}`, name: `老人${n}` }, reason: 'ALL_BUSY', remedies: [] }))
  const also = Array.from({ length: 5 }, (_, n) => ({ cause: 'LATE' as const, carer: { id: `d${n}`, name: `护理员${n}` } }))
  const shown = await show(RepairBar, { repairs: [{ ...LOST, cause: 'LATE', also, unsolved }], may: true })
  expect(shown.text()).toContain('迟到：李倩蕾、护理员0、护理员1等 6 人')
  expect(document.querySelectorAll('li').length).toBe(4)

  Array.from(document.querySelectorAll('button')).find((one) => one.textContent === '还有 6 单没有人能去，全部展开')!.click()

  await vi.waitFor(() => expect(document.querySelectorAll('li').length).toBe(10))
  await accessible()
})

it('keeps many lines between bar and board, within a height that scrolls by keys', async () => {
  const lines = Array.from({ length: 30 }, (_, n) => ({ part: 'MOVED', visit: aVisit({ id: `v${n}`, elder: { id: `e${n}`, name: `老人${n}` } }), before: { carers: [] }, after: { carers: [{ id: 'c2', name: '周丽' }], from: '09:00:00' } }))
  const shown = await show(RepairLines, { repair: { repair: LOST, lines } })

  const pane = document.querySelector<HTMLElement>('aside')!
  expect(pane.tabIndex).toBe(0)
  expect(pane.getAttribute('aria-label')).toBe('调整建议')
  await accessible()
  shown.by('button', '老人29 助洁').click()
  shown.by('button', '关闭调整建议').click()
  expect(shown.wrapper.emitted()).toMatchObject({ select: [['v29']], close: [[]] })
})

it('says what to do about a late carer when nothing can be proposed', async () => {
  const unsolved = [{ visit: 'v1', elder: { id: 'e1', name: '沈阿英' }, reason: 'WINDOW_PASSED', remedies: [{ means: 'OTHER_PROVIDER', carers: [] }] }]
  const shown = await show(RepairBar, { repairs: [{ ...LOST, cause: 'LATE', changes: 0, moved: 0, lost: 0, unsolved }], may: true })
  expect(shown.text()).toContain('迟到：李倩蕾')
  expect(shown.text()).toContain('请先打电话问护理员')
  expect(shown.text()).toContain('沈阿英 没有人能去：约定的时段或今天的派单时段已过')
  expect(shown.text()).toContain('知道了')
  expect(shown.text()).not.toContain('采纳建议')
})
