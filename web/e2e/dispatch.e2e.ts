/** The dispatcher's part: a plan with its reasons, adopted and taken back; a hand's change with its conflict shown before. */
import { expect, it } from 'vitest'
import { checkPage, openAs, shot } from './harness'
import { apiAs, dayAhead, orderedVisit, quietDays } from './visits'

/** Before anything was ordered on that day: far ahead, where no journey goes. */
it('says of a day without visits why, and what leads on, in each view and on a phone', async () => {
  const day = await dayAhead(60)
  for (const size of ['laptop', 'phone'] as const) {
    for (const view of ['timeline', 'list', 'map']) {
      const page = await openAs('provider_dispatcher', `/console/service/dispatch?view=${view}&day=${day}`, size)
      const empty = page.getByRole('region', { name: `${day} 没有上门的单子` })
      await empty.getByText(/没有已接的工单|这一天都不上门|还没有生成/).waitFor()
      expect(await page.getByRole('button', { name: '排一份计划' }).count()).toBe(0)
      await checkPage(page)
      await shot(page, `dispatch-empty-${view}-${size}`, size === 'phone')
      if (size === 'laptop' && view === 'map') {
        await empty.getByRole('link', { name: '看服务工单' }).click()
        await page.getByRole('heading', { name: '服务工单' }).waitFor()
      }
      await page.close()
    }
  }
})

it('goes from a day without visits to the next one that has some', async () => {
  const visit = await orderedVisit('CLEANING', await dayAhead(1))
  const empty = await dayAhead(-10)
  const page = await openAs('provider_dispatcher', `/console/service/dispatch?view=list&day=${empty}`)
  const on = page.getByRole('button', { name: /^去下一个有单子的日子/ })
  await on.waitFor()
  const next = (await on.textContent())!.slice(-10)
  expect(next <= visit.day).toBe(true)
  await on.click()
  await page.getByRole('heading', { name: /^护理员/ }).waitFor()
  expect(new URL(page.url()).searchParams.get('day')).toBe(next)
  await page.getByRole('region', { name: /没有上门的单子/ }).waitFor({ state: 'detached' })
})

it('plans a day, shows why, adopts the plan and takes it back', async () => {
  const day = (await quietDays()).at(-1)!
  const visit = await orderedVisit('CLEANING', day)
  const page = await openAs('provider_dispatcher', `/console/service/dispatch?view=list&day=${day}`)
  await page.getByRole('heading', { name: /^待派/ }).waitFor()
  await page.getByRole('button', { name: `派给… ${visit.elder}` }).waitFor()
  await checkPage(page)
  await page.getByRole('button', { name: '排一份计划' }).click()
  const pane = page.getByRole('region', { name: '计划与理由' })
  await pane.getByText(visit.elder).first().waitFor()
  await pane.getByText(/路程|常用|人选|综合/).first().waitFor()
  await checkPage(page)
  await shot(page, 'dispatch-plan', true)

  await pane.getByRole('button', { name: '采纳计划' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '采纳计划' }).click()
  await page.getByText(/^已采纳/).waitFor()
  await page.getByRole('button', { name: new RegExp(`改派给… ${visit.elder}`) }).waitFor()
  const facts = await (await apiAs('provider_dispatcher')).get(`/api/dispatch/day?day=${day}`)
  expect(facts.visits.find((one: any) => one.id === visit.id).carers.length).toBe(1)
  await checkPage(page)
  await shot(page, 'dispatch-published', true)

  await page.getByRole('button', { name: new RegExp(`改派给… ${visit.elder}`) }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(/顺路|多走/).first().waitFor()
  await checkPage(page)
  await shot(page, 'dispatch-assign')
  await dialog.getByLabel('上门时间').fill('03:00')
  await dialog.getByText(/在派单时段以外|不在班次里/).first().waitFor()
  await dialog.getByText(/离约定时段/).waitFor()
  await dialog.getByRole('button', { name: '取消' }).click()

  await page.getByRole('button', { name: /撤回 采纳计划/ }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: '撤回 采纳计划' }).click()
  await page.getByRole('button', { name: `派给… ${visit.elder}` }).waitFor()
  await checkPage(page)
})

it('shows a county officer the day of a provider without buttons that change it', async () => {
  const { organizationId } = await (await apiAs('provider_dispatcher')).get('/api/session')
  const page = await openAs('county_officer', '/console/service/dispatch?view=list', 'laptop')
  await page.getByText('选择一家服务商').waitFor()
  await checkPage(page)
  await page.getByLabel('服务商', { exact: true }).selectOption(organizationId)
  await page.getByRole('heading', { name: /^护理员/ }).waitFor()
  expect(await page.getByRole('button', { name: '排一份计划' }).count()).toBe(0)
  await checkPage(page)
})
