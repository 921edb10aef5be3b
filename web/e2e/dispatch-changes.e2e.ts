/** What follows a change of the day, and what one may ask: a carer is away, two more would come, why nobody else, a county's week. */
import { expect, it } from 'vitest'
import { checkPage, openAs, shot } from './harness'
import { apiAs, businessDay, orderedVisit, until, type Caller } from './visits'

async function dayAhead(days: number): Promise<string> {
  return new Date(Date.parse(`${await businessDay()}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** The first carer who may do the visit at some minute, with that minute. */
async function firstAble(dispatcher: Caller, visit: string): Promise<{ id: string; name: string; from: string }> {
  const { carers } = await dispatcher.get(`/api/dispatch/visits/${visit}/moves`)
  for (const { carer, spans } of carers) {
    const free = spans.find((span: any) => !span.rule)
    if (free) return { ...carer, from: free.from.slice(0, 5) }
  }
  throw new Error('nobody can do the visit that day')
}

it('proposes who takes over when a carer is away, shows it on the board, and is accepted as one change', async () => {
  const dispatcher = await apiAs('provider_dispatcher')
  const visit = await orderedVisit('CLEANING', await dayAhead(3))
  const carer = await firstAble(dispatcher, visit.id)
  await dispatcher.post('/api/dispatch/assignments', { visit: visit.id, carers: [carer.id], from: `${visit.day}T${carer.from}:00+08:00` })
  const page = await openAs('provider_dispatcher', `/console/service/dispatch?day=${visit.day}`, 'laptop')
  await page.getByRole('button', { name: `看 ${carer.name} 的一天` }).click()
  const pane = page.getByRole('complementary', { name: '所选的护理员' })
  await checkPage(page)
  await pane.getByRole('button', { name: '记缺勤…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('从', { exact: true }).fill('12:00')
  await dialog.getByLabel('到', { exact: true }).fill('09:00')
  await dialog.getByRole('button', { name: `记下 ${carer.name} 的缺勤` }).click()
  await dialog.getByText('结束时间要晚于开始时间。').waitFor()
  await dialog.getByLabel('从', { exact: true }).fill('00:00')
  await dialog.getByLabel('到', { exact: true }).fill('23:00')
  await checkPage(page)
  await dialog.getByRole('button', { name: `记下 ${carer.name} 的缺勤` }).click()
  const proposals = page.getByRole('region', { name: '调整建议' })
  await proposals.getByText(`缺勤：${carer.name}`).waitFor()
  await page.getByRole('complementary', { name: '调整建议' }).getByText(visit.elder).first().waitFor()
  await checkPage(page)
  await shot(page, 'dispatch-repair')
  await proposals.getByRole('button', { name: '采纳建议' }).click()
  await page.getByText(/^已采纳建议/).waitFor()
  await proposals.waitFor({ state: 'detached' })
  const { visits } = await dispatcher.get(`/api/dispatch/day?day=${visit.day}`)
  expect(visits.find((one: any) => one.id === visit.id).carers.map((one: any) => one.id)).not.toContain(carer.id)
  await page.getByRole('button', { name: '变动' }).click()
  await page.getByRole('complementary', { name: '变动' }).getByRole('listitem').filter({ hasText: /^采纳调整 \d+ 单/ }).waitFor()
  await checkPage(page)
  // The carer is back for whatever other journeys need.
  const [absence] = await dispatcher.get(`/api/absences?from=${visit.day}&to=${await dayAhead(4)}&carer=${carer.id}`)
  await dispatcher.post(`/api/carers/${carer.id}/absences/${absence.id}/withdrawal`, {})
})

it('proposes by itself who goes to urgent help of today, or says why nobody can and what would help', async () => {
  const dispatcher = await apiAs('provider_dispatcher')
  const officer = await apiAs('county_officer')
  const { organizationId } = await dispatcher.get('/api/session')
  const day = await businessDay()
  const page = await openAs('provider_dispatcher', `/console/service/dispatch?day=${day}`, 'laptop')
  await page.getByRole('heading', { name: '派单台' }).waitFor()
  const busy = new Set((await officer.get('/api/urgent-responses?size=200')).items.map((row: any) => row.elder.id))
  const elder = (await officer.get('/api/elders?status=LIVING&size=50')).items.find((one: any) => !busy.has(one.id))
  const { id: order } = await officer.post('/api/urgent-orders', { elderId: elder.id, service: 'URGENT', elderPays: true, reason: '在家摔倒起不来' })
  await officer.post(`/api/orders/${order}/assignment`, { providerId: organizationId, reason: '就近指派', despite: true })
  const visit = await until(async () => (await dispatcher.get(`/api/visits?day=${day}&elder=${elder.id}&size=100`)).items[0], 'the visit')

  // The board looks for proposals by itself every 20 seconds.
  const proposals = page.getByRole('region', { name: '调整建议' })
  await proposals.getByText(`临时加单：${elder.name}`).waitFor({ timeout: 45_000 })
  const accept = proposals.getByRole('button', { name: '采纳建议' })
  if ((await accept.count()) > 0) await proposals.getByText(/新派 \d+ 单/).waitFor()
  const unsolved = proposals.getByText(`${elder.name} 没有人能去：`)
  const nobody = (await unsolved.count()) > 0
  await checkPage(page)
  await shot(page, 'dispatch-urgent', true)
  const small = await openAs('provider_dispatcher', `/console/service/dispatch?day=${day}`, 'phone')
  await small.getByRole('region', { name: '调整建议' }).getByText(`临时加单：${elder.name}`).waitFor()
  await checkPage(small)
  await shot(small, 'dispatch-urgent-phone')
  if (nobody) {
    await proposals.getByText(/办法：/).waitFor()
    if ((await accept.count()) > 0) return
    await proposals.getByRole('button', { name: '知道了' }).click()
    await page.getByText('好的。这一单仍在待派里。').waitFor()
  } else {
    await proposals.getByRole('button', { name: '看怎么改' }).click()
    await page.getByRole('complementary', { name: '调整建议' }).getByText(elder.name).first().waitFor()
    await checkPage(page)
    await accept.click()
    await page.getByText(/^已采纳建议/).waitFor()
    const { visits } = await dispatcher.get(`/api/dispatch/day?day=${day}`)
    expect(visits.find((one: any) => one.id === visit.id).carers.length).toBe(1)
  }
  await proposals.waitFor({ state: 'detached' })
  await checkPage(page)
})

it('says of each carer why not, and what two more would change', async () => {
  const dispatcher = await apiAs('provider_dispatcher')
  const visit = await orderedVisit('CLEANING', await dayAhead(4))
  const carer = await firstAble(dispatcher, visit.id)
  await dispatcher.post('/api/dispatch/assignments', { visit: visit.id, carers: [carer.id], from: `${visit.day}T${carer.from}:00+08:00` })
  const page = await openAs('provider_dispatcher', `/console/service/dispatch?day=${visit.day}`, 'laptop')
  await page.locator(`[data-block="${carer.id} ${visit.id}"]`).click()
  const pane = page.getByRole('complementary', { name: '所选的单子' })
  await pane.getByText('为什么不是别人').click()
  const table = pane.getByRole('table', { name: '为什么不是别人' })
  await table.getByRole('row').nth(2).waitFor()
  await table.getByText(/现在去的人/).waitFor()
  await table.getByText(/不能去：|路程一样|多走|少走/).first().waitFor()
  await checkPage(page)

  await page.getByRole('button', { name: '假如多些人…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('多几个人').fill('2')
  // They start where the map is clicked: off its middle, where no place is drawn.
  const map = dialog.getByRole('application')
  const box = (await map.boundingBox())!
  await map.click({ position: { x: box.width * 0.8, y: box.height * 0.2 } })
  await dialog.getByText('出发地：地图上点的位置').waitFor()
  await dialog.getByRole('button', { name: '算一算' }).click()
  await dialog.getByText(/^多 2 人，没有人去的单子.*出发地：地图上点的位置$/).waitFor({ timeout: 60_000 })
  expect(await dialog.getByRole('table', { name: '假如多些人' }).getByRole('row').count()).toBe(9)
  await checkPage(page)
  await shot(page, 'dispatch-what-if-map')
  const centers = dialog.getByLabel('从哪里出发').locator('optgroup[label="乡镇养老服务中心"] option')
  await dialog.getByLabel('从哪里出发').selectOption((await centers.first().getAttribute('value'))!)
  await dialog.getByRole('button', { name: '算一算' }).click()
  await dialog.getByText(new RegExp(`^多 2 人，没有人去的单子.*出发地：${await centers.first().textContent()}$`)).waitFor({ timeout: 60_000 })
  await checkPage(page)
  await shot(page, 'dispatch-what-if')
  await dialog.getByLabel('到', { exact: true }).fill('06:00')
  await dialog.getByRole('button', { name: '算一算' }).click()
  await dialog.getByRole('alert').waitFor()
  await dialog.getByRole('button', { name: '关闭' }).click()
  await dialog.waitFor({ state: 'detached' })
})

it("plans a county's week for all its providers, with figures before and after", async () => {
  await orderedVisit('CLEANING', await dayAhead(1))
  const officer = await apiAs('county_officer')
  const page = await openAs('county_officer', '/console/service/weeks', 'laptop')
  await page.getByRole('heading', { name: '周排班' }).waitFor()
  await checkPage(page)
  const before = (await officer.get('/api/dispatch/weeks')).length
  await page.getByLabel('排几天').fill('3')
  await page.getByRole('button', { name: '开始排' }).click()
  await page.getByText('已开始，下面看进度。').waitFor()
  expect((await officer.get('/api/dispatch/weeks')).length).toBe(before + 1)
  await until(async () => ((await officer.get('/api/dispatch/weeks'))[0].state === 'DONE' ? true : undefined), 'the week to be planned', 80_000)
  await page.getByRole('button', { name: '看结果' }).first().click()
  await page.getByRole('table', { name: '排以前和排以后' }).getByRole('row', { name: /没有人去（单）/ }).waitFor()
  const link = page.getByRole('table', { name: '各服务商的日计划' }).getByRole('link').first()
  await checkPage(page)
  await shot(page, 'dispatch-week')
  await link.click()
  await page.getByRole('heading', { name: '派单台' }).waitFor()
  await page.getByRole('region', { name: '待采纳的计划' }).waitFor()
  expect(await page.getByRole('button', { name: '采纳计划' }).count()).toBe(0)
  await checkPage(page)
})
