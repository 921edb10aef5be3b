/** Long forms and queues in the hands of somebody who uses the keyboard alone, and forms in which the sign-in runs out. */
import { describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { account, openAs, type Role } from './harness'
import { focused, pressOn, tabTo } from './keyboard'
import { abnormalVisit, apiAs, callBackOf, dayAhead, until } from './visits'

async function aStartedAssessment(): Promise<{ id: string; elder: string }> {
  const officer = await apiAs('county_officer')
  const busy = await officer.get('/api/assessments?size=200')
  const people = await officer.get('/api/elders?size=200')
  const elder = people.items.filter((one: any) => !busy.items.some((row: any) => row.elder.id === one.id)).at(-1) // the first is taken by the journey of assessments
  const { id } = await officer.post('/api/assessments', { elderId: elder.id, reason: 'FIRST' })
  const [first, second] = await Promise.all((['assessor', 'assessor_2'] as Role[]).map(async (role) => (await (await apiAs(role)).get('/api/session')).accountId))
  await officer.put(`/api/assessments/${id}/appointment`, { firstAssessor: first, secondAssessor: second, plannedAt: `${await dayAhead(1)}T12:00:00+08:00`, place: '老人家中' })
  await (await apiAs('assessor')).post(`/api/assessments/${id}/start`, { place: '老人家中', reason: '家属同意今天评估' })
  return { id, elder: elder.name }
}

/** Answers whatever the focus comes to, until the button that ends this part. */
async function answerPart(page: Page): Promise<boolean> {
  for (let steps = 0; steps < 400; steps++) {
    await page.keyboard.press('Tab')
    const at = await focused(page)
    if (at.kind === 'button' && (at.label === '下一部分' || at.label === '去核对与签名')) {
      await page.keyboard.press('Enter')
      return at.label === '下一部分'
    }
    if (at.answered || at.label.includes('可不填')) continue
    if (at.kind === 'text') await page.keyboard.type(at.label.includes('姓名') ? '王小明' : '1')
    else await page.keyboard.press('Space')
  }
  throw new Error('no way on from this part of the form')
}

describe('by keyboard alone', () => {
  it('an assessor fills the whole form, and signs', async () => {
    const { id, elder } = await aStartedAssessment()
    const page = await openAs('assessor', `/console/need/assessments/${id}/form`)
    await page.getByRole('heading', { level: 1, name: new RegExp(elder) }).waitFor()
    await tabTo(page, page.getByRole('navigation', { name: '评估表的各部分' }).getByRole('button').last())
    while (await answerPart(page)) await page.locator('#part-heading:focus').waitFor()
    await page.getByRole('heading', { level: 2, name: '核对与签名' }).waitFor()
    await page.getByText(/已保存/).waitFor()
    const { displayName } = await (await apiAs('assessor')).get('/api/session')
    await pressOn(page, page.getByRole('button', { name: `${displayName}签名` }))
    await page.getByText(new RegExp(`${displayName} 于 .* 签名`)).waitFor()
    await pressOn(page, page.getByRole('button', { name: '信息提供者签名' }))
    await page.getByText(/王小明 于 .* 签名/).waitFor()
  })

  it('an operator takes a call-back from the queue, writes down the call and decides', async () => {
    const id = await callBackOf(await abnormalVisit())
    const page = await openAs('hotline_operator', '/console/response/call-backs')
    await pressOn(page, page.locator(`a[href*="${id}"]`))
    await pressOn(page, page.getByRole('button', { name: /领取/ }))
    await page.getByText(/由您领取/).waitFor()
    await pressOn(page, page.getByLabel('接通', { exact: true }), 'ArrowDown') // one stop for the group, arrows inside
    expect(await page.getByLabel('未接通', { exact: true }).isChecked()).toBe(true)
    await pressOn(page, page.getByRole('button', { name: /登记这次拨打/ }))
    await page.getByText('已登记这次拨打').waitFor()
  })
})

/** What somebody sees whose sign-in ended while they typed: the question in place, then what they had asked for. */
async function signInAgain(page: Page, role: Role): Promise<void> {
  const dialog = page.getByRole('dialog', { name: '登录已过期，请再登录一次' })
  await dialog.getByLabel('密码', { exact: true }).fill(account(role).password)
  await dialog.getByRole('button', { name: '登录', exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
}

describe('a sign-in that runs out in the middle', () => {
  it('of a plan keeps every line, prices it and sends it', async () => {
    const officer = await apiAs('county_officer')
    const elder = await until(async () => {
      for (const one of (await officer.get('/api/elders?level=MODERATE&size=100')).items.reverse())
        if ((await officer.get(`/api/care-plans?elder=${one.id}`)).total === 0) return one
    }, 'an elder without a plan')
    await officer.post('/api/needs', { elderId: elder.id, services: ['CLEANING'], urgency: 'ORDINARY', contact: 'CALL_ELDER', askedBy: 'ELDER', supplement: true })
    const page = await openAs('county_officer', `/console/need/plans/new?elder=${elder.id}`)
    await page.getByLabel('服务', { exact: true }).selectOption('PERSONAL_CARE')
    await page.waitForLoadState('networkidle')
    await page.context().clearCookies()
    await page.getByLabel('每次数量（小时）').fill('2')
    await page.getByLabel('周三').check()
    await signInAgain(page, 'county_officer') // the price is asked for while one types
    expect(await page.getByLabel('每次数量（小时）').inputValue()).toBe('2')
    expect(await page.getByLabel('周三').isChecked()).toBe(true)
    await page.getByRole('heading', { name: '谁来付' }).waitFor()
    await page.context().clearCookies()
    await page.getByRole('button', { name: '存为草稿' }).click()
    await signInAgain(page, 'county_officer')
    await page.getByRole('heading', { level: 1, name: `${elder.name} 的照护计划` }).waitFor()
    const { items } = await officer.get(`/api/care-plans?elder=${elder.id}`)
    expect(items).toHaveLength(1)
    await officer.remove(`/api/care-plans/${items[0].id}?version=${items[0].version}`)
  })

  it('of changing the password asks for the old one, then goes on with what was typed', async () => {
    const page = await openAs('town_officer', '/console/password')
    await page.getByLabel('当前密码').fill('不是我的密码-1')
    await page.getByLabel('新密码', { exact: true }).fill('另一个新密码-2026')
    await page.getByLabel('再输一次新密码').fill('另一个新密码-2026')
    await page.context().clearCookies()
    await page.getByRole('button', { name: '改好了，保存' }).click()
    await signInAgain(page, 'town_officer')
    await page.getByRole('alert').getByText(/密码不对/).waitFor()
    expect(await page.getByLabel('再输一次新密码').inputValue()).toBe('另一个新密码-2026')
  })
})
