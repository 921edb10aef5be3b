/** Urgent help without a plan, the reports on contacts, quarters and outcomes, and the default list with its second person. */
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { checkPage, openAs, shot } from './harness'
import { apiAs, type Caller } from './visits'

/** Somebody of the officer's county for whom no urgent order is on its way. */
async function elderFor(officer: Caller): Promise<{ id: string; name: string }> {
  const busy = new Set((await officer.get('/api/urgent-responses?size=200')).items.map((row: any) => row.elder.id))
  for (let page = 1; page < 20; page++) {
    const found = (await officer.get(`/api/elders?status=LIVING&size=50&page=${page}`)).items.find((one: any) => !busy.has(one.id))
    if (found) return found
  }
  throw new Error('no elder left without an urgent order')
}

/** Focus scrolls a long form; the way back must not lie half below the top band when it is measured. */
async function checkFromTop(page: Page): Promise<void> {
  await page.evaluate(() => scrollTo(0, 0))
  await checkPage(page)
}

describe('urgent help', () => {
  it('is ordered from the elder’s page at once, says what was passed over, and stands in the list with its time', async () => {
    const officer = await apiAs('county_officer')
    const elder = await elderFor(officer)
    const page = await openAs('county_officer', `/console/registry/elders/${elder.id}`)
    await page.getByRole('link', { name: '助急', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: '助急下单' }).waitFor()
    await page.getByLabel('发生了什么').waitFor()
    await checkPage(page)
    await page.getByRole('button', { name: '马上派人' }).click()
    await page.getByRole('link', { name: '请写清发生了什么（至少 2 个字）。' }).waitFor()
    await page.getByLabel('发生了什么').fill('在家摔倒起不来，神志清楚')
    await page.getByLabel(/同意自付待遇不够的部分/).check()
    await shot(page, 'urgent-form', true)
    await page.getByRole('button', { name: '马上派人' }).click()
    await page.getByRole('heading', { level: 1, name: /^工单/ }).waitFor()
    await checkPage(page)

    await page.goto(`/console/service/urgent/new/${elder.id}`)
    await page.getByLabel('发生了什么').fill('又打来一次')
    await page.getByLabel(/同意自付待遇不够的部分/).check()
    await page.getByRole('button', { name: '马上派人' }).click()
    await page.getByText(/已有一张助急工单/).waitFor()
    await page.getByRole('link', { name: '查看已经在办的助急工单' }).waitFor()
    await checkPage(page)

    await page.goto('/console/service/urgent')
    await page.getByRole('cell', { name: elder.name, exact: true }).first().waitFor()
    await checkPage(page)
    await shot(page, 'urgent-responses')
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: '导出' }).click()
    expect((await download).suggestedFilename()).toMatch(/^助急响应-.*\.csv$/)
    await page.getByRole('link', { name: '按服务商看' }).click()
    await page.getByRole('heading', { level: 1, name: '助急超时（按服务商）' }).waitFor()
    await page.getByRole('columnheader', { name: '超时比例' }).waitFor()
    await checkPage(page)
    await shot(page, 'urgent-providers')

    const careCase = (await officer.get(`/api/cases?elder=${elder.id}`)).items[0]
    await page.goto(`/console/service/cases/${careCase.id}`)
    await page.getByRole('heading', { level: 1, name: /案例/ }).waitFor()
    await page.getByText(/助急先行，待补办/).first().waitFor()
    await checkPage(page)
    await shot(page, 'urgent-case', true)
  })
})

describe('the reports', () => {
  it('count contacts of elders living alone by person and by area, one level down at a time', async () => {
    const page = await openAs('city_officer', '/console/insight/comfort')
    await page.getByRole('cell', { name: '没有人去过' }).first().waitFor()
    await checkPage(page)
    await shot(page, 'comfort-contacts')
    await page.getByRole('link', { name: '按地区看' }).click()
    await page.getByRole('columnheader', { name: '人均次数' }).waitFor()
    await checkPage(page)
    await shot(page, 'comfort-areas')
    await page.getByRole('rowheader').getByRole('link').first().click()
    await expect.poll(() => new URL(page.url()).searchParams.get('region')).toMatch(/^\d{6}0{6}$/)
    await page.locator('table.waiting').waitFor({ state: 'detached' }) // rows are pale until the new ones are there
    await checkPage(page)
  })

  it('show quarters, outcomes and the conversion of the loop, and say when there is nothing or no right', async () => {
    const page = await openAs('city_officer', '/console/oversight/quarters')
    await page.getByText(/没有符合条件的季度评价|共 \d+ 条/).first().waitFor()
    await checkPage(page)
    await page.goto('/console/oversight/outcomes')
    await page.getByText(/没有符合条件的问卷|共 \d+ 条/).first().waitFor()
    await checkPage(page)
    await page.goto('/console/service/loop')
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: '导出转化表' }).click()
    expect((await download).suggestedFilename()).toMatch(/^闭环转化-/)
    await checkPage(page)
    const stranger = await openAs('assessor', '/console/service/urgent')
    await stranger.getByText(/没有.*权限/).first().waitFor()
    await checkPage(stranger)
  })

  it('opens a waiting questionnaire, when a month was paid, to staff and to the family', async () => {
    const { items } = await (await apiAs('county_officer')).get('/api/outcome-questionnaires?state=WAITING')
    if (items.length === 0) return // only a paid month asks; the journey of the whole loop pays one
    const page = await openAs('county_officer', `/console/oversight/outcomes/${items[0].id}`)
    await page.getByRole('heading', { name: '替老人登记答复' }).waitFor()
    await checkPage(page)
    await shot(page, 'outcome', true)
    await page.getByRole('button', { name: '提交答复' }).click()
    await page.getByRole('alert').getByRole('link', { name: '请选一项。' }).first().waitFor()
    for (const group of await page.getByRole('group').all()) await group.getByRole('radio').first().check()
    await page.getByRole('button', { name: '提交答复' }).click()
    await page.getByText('得分 100.00').waitFor()
    await checkPage(page)
  })
})

describe('the default list', () => {
  it('takes a reason, evidence and a second person; who proposed cannot decide', async () => {
    const officer = await apiAs('county_officer')
    const { organizationId } = await (await apiAs('provider_dispatcher')).get('/api/session')
    const waiting = (await officer.get(`/api/listing-proposals?provider=${organizationId}&open=true`)).items
    for (const one of waiting) await (await apiAs('city_officer')).post(`/api/listing-proposals/${one.id}/decision`, { approved: false, words: '重新提议' })
    const path = `/console/registry/facilities/${organizationId}`

    const county = await openAs('county_officer', path)
    await county.getByRole('button', { name: '提议变更信用状态' }).click()
    await county.getByLabel('关注', { exact: true }).check()
    await county.getByRole('button', { name: /^提议变更/ }).last().click()
    await county.getByRole('link', { name: '请写明依据材料，至少 4 个字' }).waitFor()
    await county.getByLabel('理由').fill('多次迟到，约谈后仍未改')
    await county.getByLabel('依据材料').fill('月度评价 2026-10，约谈记录 3 号')
    await checkFromTop(county)
    await county.getByRole('button', { name: /^提议变更/ }).last().click()
    await county.getByText('提议人不能自己复核').waitFor()
    await checkFromTop(county)
    await shot(county, 'listing-proposal', true)

    const city = await openAs('city_officer', path)
    await city.getByRole('form', { name: '复核这件提议' }).waitFor()
    await city.getByLabel('退回').check()
    await city.getByLabel('复核意见').fill('依据不足，先督促整改')
    await checkFromTop(city)
    await city.getByRole('button', { name: '提交复核' }).click()
    await city.getByText('已退回').first().waitFor()
    await checkFromTop(city)
    expect((await officer.get(`/api/providers/${organizationId}`)).listing).toBe('NORMAL')
  })
})
