/** One help beside the plan, placed by the county and by the hotline: within the entitlement nobody pays, beyond it the elder agrees first. */
import { beforeAll, describe, expect, it } from 'vitest'
import { checkPage, openAs, shot } from './harness'
import { apiAs, businessDay, carersDay, dayAhead, orderedVisit } from './visits'

let elder: string
let name: string
let freeDay: string
/** Somebody whose plan uses the month up. */
let daily: { elderId: string; elder: string }

/** A day on which an hour of company is within the entitlement; the month after this has hardly anything reserved yet. */
async function dayWithin(of: string): Promise<string> {
  const officer = await apiAs('county_officer')
  for (let ahead = 1; ahead < 45; ahead += 4) {
    const day = await dayAhead(ahead)
    if ((await officer.get(`/api/order-quotes?elder=${of}&service=COMFORT&units=1&day=${day}`)).elderFen === 0) return day
  }
  throw new Error('no day within the entitlement')
}

/** Orders so much that the elder pays for the next: minutes and voucher of the month of tomorrow, the day the page begins with, are used up. */
async function useUp(of: string): Promise<void> {
  const officer = await apiAs('county_officer')
  const day = await dayAhead(1)
  for (let n = 0; n < 30; n++) {
    if ((await officer.get(`/api/order-quotes?elder=${of}&service=COMFORT&units=7&day=${day}`)).elderFen > 0) return
    await officer.post('/api/orders', { elderId: of, service: 'COMFORT', units: 7, day, windowFrom: '09:00', windowTo: '11:00', elderPays: true, again: true, reason: '家人临时外出' })
  }
  throw new Error('the month is not used up')
}

beforeAll(async () => {
  const day = await carersDay()
  const visit = await orderedVisit('COMFORT', day) // once a week: the plan leaves minutes over
  elder = visit.elderId
  name = visit.elder
  freeDay = await dayWithin(elder)
  daily = await orderedVisit('COMFORT', day, [1, 2, 3, 4, 5, 6, 7])
  await useUp(daily.elderId)
})

describe('one help beside the plan', () => {
  it('is placed from the elder’s page without a payment while the entitlement covers it', async () => {
    const page = await openAs('county_officer', `/console/registry/elders/${elder}`)
    await page.getByRole('link', { name: '加一次服务', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: '加一次服务' }).waitFor()
    await page.getByText('选好服务和日期，这里会算出老人要不要付钱。').waitFor()
    await checkPage(page)
    await page.getByRole('button', { name: `为 ${name} 下单` }).click()
    await page.getByRole('link', { name: '请选一项服务。' }).waitFor()
    await checkPage(page)

    await page.getByLabel('服务', { exact: true }).selectOption('COMFORT')
    await page.getByLabel('日期').fill(freeDay)
    await page.getByLabel(/^指定服务商/).selectOption({ index: 1 })
    await page.getByLabel('为什么要加').fill('家人临时外出')
    await page.getByText('在待遇以内，老人不用付钱。').waitFor()
    await checkPage(page)
    await shot(page, 'single-order-within', true)
    await page.getByRole('button', { name: `为 ${name} 下单` }).click()
    await page.getByRole('heading', { name: '已下单' }).waitFor()
    await checkPage(page)
    await shot(page, 'single-order-done', true)
    await page.getByRole('link', { name: '打开这张工单' }).click()
    await page.getByRole('heading', { level: 1, name: /^工单/ }).waitFor()
    await page.getByText('家人临时外出').first().waitFor()
    await checkPage(page)
  })

  it('is placed by the hotline beyond the entitlement only after the elder agreed to the amount', async () => {
    const page = await openAs('hotline_operator', `/console/service/orders/new/${daily.elderId}`, 'laptop')
    await page.getByLabel('服务', { exact: true }).selectOption('COMFORT')
    await page.getByLabel(/^数量/).fill('8')
    await page.getByText(/一次最多 7/).first().waitFor()
    await page.getByLabel(/^数量/).fill('7')
    await page.getByLabel('上门时间段从').fill('13:00')
    await page.getByLabel('到', { exact: true }).fill('15:00')
    await page.getByLabel('为什么要加').fill('住院回家，要人陪')
    await page.getByText(/老人要自付 .* 元。/).first().waitFor()
    await page.getByRole('button', { name: `为 ${daily.elder} 下单` }).click()
    await page.getByRole('link', { name: /请问过老人或家属，同意再勾选/ }).click()
    const agreed = page.getByLabel(/老人或家属同意自付/)
    expect(await agreed.evaluate((tick) => tick === document.activeElement)).toBe(true)
    await checkPage(page)
    await shot(page, 'single-order-beyond', true)
    await agreed.check()
    await page.getByRole('button', { name: `为 ${daily.elder} 下单` }).click()
    await page.getByRole('heading', { name: '已下单' }).waitFor()
    expect(await page.getByRole('link', { name: '打开这张工单' }).getAttribute('href')).toMatch(/\/service\/orders\/[0-9a-f-]{36}$/)
  })

  it('says what is missing where there is no case, and who may not order', async () => {
    const officer = await apiAs('county_officer')
    const today = await businessDay()
    let stranger = ''
    for (const one of (await officer.get('/api/elders?status=LIVING&size=50&level=INTACT')).items) {
      if (!(await officer.get(`/api/order-services?elder=${one.id}&day=${today}`)).openCase) stranger = one.id
      if (stranger) break
    }
    const page = await openAs('county_officer', `/console/service/orders/new/${stranger}`)
    await page.getByText('没有正在办理的案例').waitFor()
    await page.getByRole('link', { name: '登记需求' }).waitFor()
    await checkPage(page)

    const worker = await openAs('village_worker', `/console/service/orders/new/${elder}`, 'phone')
    await worker.getByText('没有这一页的权限').waitFor()
    await checkPage(worker)

    const small = await openAs('county_officer', `/console/service/orders/new/${elder}`, 'phone')
    await small.getByLabel('服务', { exact: true }).selectOption('MEAL')
    await small.getByText('这项服务不用服务时间。').waitFor()
    await checkPage(small)
    await shot(small, 'single-order-phone', true)
  })
})
