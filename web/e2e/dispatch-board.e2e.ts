/** The dispatcher's board: visits moved by mouse, by finger and by keys, what forbids it said before, colleagues' work kept, a draft laid over, the map. */
import type { Locator, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { checkPage, openAs, shot } from './harness'
import { apiAs, dayAhead, orderedVisit, type Caller, type MadeVisit } from './visits'

interface Span {
  from: string
  to: string
  rule?: string | null
}
interface CarerMoves {
  carer: { id: string; name: string }
  spans: Span[]
}
interface Place {
  id: string
  name: string
  start: number
}

const MINUTES = { from: 7 * 60, to: 20 * 60 }
const minuteOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
const clock = (minute: number) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** For each carer who can take the visit at all: a start on the five minutes, an hour into the longest time they are free. */
async function places(dispatcher: Caller, visit: string): Promise<Place[]> {
  const { carers } = await dispatcher.get<{ carers: CarerMoves[] }>(`/api/dispatch/visits/${visit}/moves`)
  return carers.flatMap(({ carer, spans }) => {
    const free = spans.filter((span) => !span.rule).sort((a, b) => minuteOf(b.to) - minuteOf(b.from) - minuteOf(a.to) + minuteOf(a.from))[0]
    if (!free || minuteOf(free.to) - minuteOf(free.from) < 30) return []
    return [{ ...carer, start: Math.ceil((minuteOf(free.from) + 10) / 5) * 5 }]
  })
}

/** A visit nobody has yet, on the first day ahead on which two carers could take it: other journeys fill days too. */
async function openVisit(dispatcher: Caller): Promise<{ visit: MadeVisit; here: Place; there: Place }> {
  for (const ahead of [2, 3, 4, 5]) {
    const visit = await orderedVisit('CLEANING', await dayAhead(ahead))
    const [here, there] = await places(dispatcher, visit.id)
    if (here && there) return { visit, here, there }
  }
  throw new Error('two carers are needed who could take the visit')
}

async function give(dispatcher: Caller, visit: MadeVisit, to: Place): Promise<void> {
  await dispatcher.post('/api/dispatch/assignments', { visit: visit.id, carers: [to.id], from: `${visit.day}T${clock(to.start)}:00+08:00` })
}

/** A visit that one of two carers has, and the board that shows it. */
async function board(): Promise<{ page: Page; dispatcher: Caller; visit: MadeVisit; here: Place; there: Place; block: Locator }> {
  const dispatcher = await apiAs('provider_dispatcher')
  const { visit, here, there } = await openVisit(dispatcher)
  await give(dispatcher, visit, here)
  const page = await openAs('provider_dispatcher', `/console/service/dispatch?day=${visit.day}`, 'laptop')
  const block = blockOf(page, here, visit)
  await block.waitFor()
  return { page, dispatcher, visit, here, there, block }
}

function blockOf(page: Page, carer: Place, visit: MadeVisit): Locator {
  return page.getByRole('row', { name: new RegExp(`^${carer.name}，`) }).getByRole('button', { name: new RegExp(`^${visit.elder}，助洁，`) }).and(page.locator(`[data-block="${carer.id} ${visit.id}"]`))
}

/** A point of the page: this carer's line at this minute. */
async function point(page: Page, carer: string, minute: number): Promise<[number, number]> {
  const track = page.locator(`[data-track="${carer}"]`)
  await track.scrollIntoViewIfNeeded()
  const box = (await track.boundingBox())!
  return [box.x + ((minute - MINUTES.from) / (MINUTES.to - MINUTES.from)) * box.width, box.y + box.height / 2]
}

/** Takes the block one minute after its start and carries it to the minute after the given start. */
async function carry(page: Page, block: Locator, carer: string, from: number, to: number): Promise<void> {
  const [x, y] = await point(page, (await block.getAttribute('data-block'))!.split(' ')[0]!, from + 1)
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 12, y + 6, { steps: 3 })
  await page.locator('[data-track] .hatch').first().waitFor({ state: 'attached' })
  const [toX, toY] = await point(page, carer, to + 1)
  await page.mouse.move(toX, toY, { steps: 6 })
}

async function standing(dispatcher: Caller, visit: MadeVisit): Promise<{ carers: string[]; from: string }> {
  const { visits } = await dispatcher.get(`/api/dispatch/day?day=${visit.day}`)
  const found = visits.find((one: any) => one.id === visit.id)
  return { carers: found.carers.map((one: any) => one.id), from: (found.from ?? '').slice(0, 5) }
}

it('moves a visit to another carer by mouse, says before what it costs, and takes it back', async () => {
  const { page, dispatcher, visit, here, there, block } = await board()
  await checkPage(page)
  await carry(page, block, there.id, here.start, there.start)
  const tip = page.locator('.tip')
  await tip.getByText(`${there.name} ${clock(there.start)}—`).waitFor()
  await tip.getByText(/全天(多走|少走|路程不变)/).waitFor()
  await tip.getByText(/当天共 .*上限/).waitFor()
  await shot(page, 'dispatch-drag')
  await checkPage(page)
  await page.mouse.up()
  await page.getByText(`已派好：${visit.elder} ${clock(there.start)}，${there.name}。`).first().waitFor()
  await blockOf(page, there, visit).waitFor()
  expect(await standing(dispatcher, visit)).toEqual({ carers: [there.id], from: clock(there.start) })
  await checkPage(page)
  await page.getByRole('button', { name: '撤销', exact: true }).click()
  await blockOf(page, here, visit).waitFor()
  expect(await standing(dispatcher, visit)).toEqual({ carers: [here.id], from: clock(here.start) })
})

it('hatches where a visit may not lie, says why, and leaves it where it was', async () => {
  const { page, dispatcher, visit, here, block } = await board()
  await carry(page, block, here.id, here.start, MINUTES.from)
  await page.locator('.tip').getByText(/^不能放：.*(派单时段以外|不在.*班次里)/).waitFor()
  await page.getByText(/^那时在别处或赶不到$|^不在班次里$|^在派单时段以外$|^当天没有排班$/).first().waitFor()
  await shot(page, 'dispatch-illegal')
  await page.mouse.up()
  await page.getByText(new RegExp(`^${visit.elder} ${here.name} 07:00.*不能放`)).first().waitFor()
  await blockOf(page, here, visit).waitFor()
  expect(await page.locator('.hatch').count()).toBe(0)
  expect(await standing(dispatcher, visit)).toEqual({ carers: [here.id], from: clock(here.start) })

  await carry(page, block, here.id, here.start, here.start + 60)
  await page.keyboard.press('Escape')
  await page.mouse.up()
  expect(await page.locator('.tip').count()).toBe(0)
  expect(await standing(dispatcher, visit)).toEqual({ carers: [here.id], from: clock(here.start) })
})

it('does the same by keys, told by the live region', async () => {
  const { page, dispatcher, visit, here, there, block } = await board()
  await block.focus()
  await page.keyboard.press('Enter')
  await page.getByText(`拿起 ${visit.elder}，${clock(here.start)}。`).waitFor()
  await page.locator('.hatch').first().waitFor({ state: 'attached' })
  const lines = await page.locator('[data-carer]').evaluateAll((all) => all.map((one) => one.getAttribute('data-carer')))
  const down = lines.indexOf(there.id) - lines.indexOf(here.id)
  for (let n = 0; n < Math.abs(down); n++) await page.keyboard.press(down > 0 ? 'ArrowDown' : 'ArrowUp')
  const steps = (there.start - here.start) / 5
  for (let n = 0; n < Math.abs(steps); n++) await page.keyboard.press(steps > 0 ? 'ArrowRight' : 'ArrowLeft')
  await page.getByRole('status').getByText(new RegExp(`^${there.name} ${clock(there.start)}—.*，全天`)).waitFor({ state: 'attached' })
  await checkPage(page)
  await page.keyboard.press('Enter')
  const moved = blockOf(page, there, visit)
  await moved.waitFor()
  await page.locator(`[data-block="${there.id} ${visit.id}"]:focus`).waitFor()
  expect(await standing(dispatcher, visit)).toEqual({ carers: [there.id], from: clock(there.start) })

  await page.keyboard.press('Enter')
  await page.locator('.hatch').first().waitFor({ state: 'attached' })
  for (let n = 0; n < 26; n++) await page.keyboard.press('Shift+ArrowLeft')
  await page.getByRole('status').getByText(/不能放：/).waitFor({ state: 'attached' })
  await page.keyboard.press('Enter')
  await page.getByText(new RegExp(`^${visit.elder} ${there.name} 07:00.*不能放`)).first().waitFor()
  expect(await standing(dispatcher, visit)).toEqual({ carers: [there.id], from: clock(there.start) })
  await page.keyboard.press('Control+z')
  await blockOf(page, here, visit).waitFor()
})

it('moves a visit from the tray, and does not overwrite what a colleague did meanwhile', async () => {
  const dispatcher = await apiAs('provider_dispatcher')
  const { visit, here, there } = await openVisit(dispatcher)
  const page = await openAs('provider_dispatcher', `/console/service/dispatch?day=${visit.day}`, 'laptop')
  const chip = page.getByRole('button', { name: new RegExp(`^待派：${visit.elder}，`) })
  await chip.waitFor()
  await give(dispatcher, visit, here)
  const box = (await chip.boundingBox())!
  await page.mouse.move(box.x + 8, box.y + 8)
  await page.mouse.down()
  await page.mouse.move(box.x + 20, box.y + 30, { steps: 3 })
  await page.locator('.hatch').first().waitFor({ state: 'attached' })
  await page.mouse.move(...(await point(page, there.id, there.start)), { steps: 6 })
  await page.locator('.tip').getByText(`${there.name} `).waitFor()
  await page.mouse.up()
  await page.getByText(/同事刚改过这一单/).first().waitFor()
  await blockOf(page, here, visit).waitFor()
  expect(await standing(dispatcher, visit)).toEqual({ carers: [here.id], from: clock(here.start) })
  await checkPage(page)
})

it('does not overwrite from the list either, and saves again in sight of what stands', async () => {
  const dispatcher = await apiAs('provider_dispatcher')
  const { visit, here, there } = await openVisit(dispatcher)
  const page = await openAs('provider_dispatcher', `/console/service/dispatch?view=list&day=${visit.day}`, 'laptop')
  await page.getByRole('button', { name: `派给… ${visit.elder}` }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('上门时间').fill(clock(there.start))
  await dialog.getByRole('radio', { name: new RegExp(there.name) }).check()
  await give(dispatcher, visit, here)
  const save = dialog.getByRole('button', { name: `派好 ${visit.elder} 的单子` })
  await save.click()
  await dialog.getByRole('alert').getByText(`同事刚改过这一单，现在是${here.name} ${clock(here.start)}。`).waitFor()
  expect(await standing(dispatcher, visit)).toEqual({ carers: [here.id], from: clock(here.start) })
  await checkPage(page)
  await shot(page, 'dispatch-overtaken')
  await save.click()
  await page.getByText('已派好。').waitFor()
  expect(await standing(dispatcher, visit)).toEqual({ carers: [there.id], from: clock(there.start) })
})

it('carries a visit by a finger that rests a moment first', async () => {
  const dispatcher = await apiAs('provider_dispatcher')
  const { visit, here, there } = await openVisit(dispatcher)
  await give(dispatcher, visit, here)
  const page = await openAs('provider_dispatcher', `/console/service/dispatch?day=${visit.day}`, 'laptop', { hasTouch: true })
  await blockOf(page, here, visit).waitFor()
  const [x, y] = await point(page, here.id, here.start + 1)
  const [toX, toY] = await point(page, there.id, there.start + 1)
  const finger = await page.context().newCDPSession(page)
  await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] })
  await page.locator('.hatch').first().waitFor({ state: 'attached' })
  for (const part of [0.3, 0.7, 1]) await finger.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x: x + (toX - x) * part, y: y + (toY - y) * part }] })
  await page.locator('.tip').getByText(`${there.name} ${clock(there.start)}`).waitFor()
  await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await page.getByText(`已派好：${visit.elder} ${clock(there.start)}，${there.name}。`).first().waitFor()
  expect(await standing(dispatcher, visit)).toEqual({ carers: [there.id], from: clock(there.start) })
})

it('lays a draft dashed over the day, shows its figures and reasons, and adopts it', async () => {
  const dispatcher = await apiAs('provider_dispatcher')
  const { visit } = await openVisit(dispatcher)
  const page = await openAs('provider_dispatcher', `/console/service/dispatch?day=${visit.day}`, 'laptop')
  await page.getByRole('button', { name: '排一份计划' }).click()
  const plan = page.getByRole('region', { name: '待采纳的计划' })
  await plan.getByText(/没有人去 \d+ → \d+ 单/).waitFor()
  await plan.getByText(/路程 [\d,]+ → [\d,]+ 分钟/).waitFor()
  const proposed = page.getByRole('button', { name: new RegExp(`^计划：${visit.elder}，`) }).first()
  await proposed.click()
  await page.getByRole('complementary', { name: '所选的单子' }).getByText(/路程|常用|人选|综合/).first().waitFor()
  await checkPage(page)
  await shot(page, 'dispatch-draft')
  await plan.getByRole('button', { name: '采纳计划' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '采纳计划' }).click()
  await page.locator(`[data-block$=" ${visit.id}"]`).waitFor()
  expect((await standing(dispatcher, visit)).carers.length).toBe(1)
  await checkPage(page)
})

it('shows what a colleague changes without being asked', async () => {
  const { page, dispatcher, visit, there } = await board()
  await give(dispatcher, visit, there)
  const block = blockOf(page, there, visit)
  await block.waitFor({ timeout: 30_000 })
  expect(await block.getAttribute('aria-label')).toContain('同事刚改过')
  await checkPage(page)
})

it('shows the day on the map, and one way in order', async () => {
  const { page, visit, here } = await board()
  await page.getByRole('link', { name: '地图' }).click()
  await page.getByRole('table', { name: '当天的单子' }).getByRole('button', { name: new RegExp(visit.elder) }).first().waitFor()
  await checkPage(page)
  await page.getByLabel('看谁的路线').selectOption(here.id)
  await page.getByRole('cell', { name: new RegExp(`^\\d+\\. ${visit.elder}`) }).waitFor()
  await page.getByText(/站，路上共/).waitFor()
  await checkPage(page)
  await shot(page, 'dispatch-map')
  await page.getByRole('button', { name: new RegExp(`^\\d+\\. ${visit.elder}`) }).click()
  await page.getByRole('complementary', { name: '所选的单子' }).getByRole('button', { name: '改派给…' }).waitFor()
  expect(new URL(page.url()).searchParams.get('view')).toBe('map')
  await checkPage(page)
})
