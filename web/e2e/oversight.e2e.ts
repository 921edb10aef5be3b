/** What follows a visit: call-back, stars, improvement, complaint, and the pages of the provider's month. */
import { describe, expect, it } from 'vitest'
import { checkPage, openAs, shot } from './harness'
import { abnormalVisit, apiAs, businessDay, callBackOf, type MadeVisit } from './visits'

describe('the 12349 desk', () => {
  it('calls an elder back about an abnormal visit, decides it, and passes on a complaint and bad stars', async () => {
    const visit = await abnormalVisit()
    const id = await callBackOf(visit)
    const page = await openAs('hotline_operator', '/console/response/call-backs')
    await page.getByRole('heading', { level: 1, name: /回访/ }).waitFor()
    await page.getByText('请在左边的队列里选一件回访').waitFor()
    await checkPage(page)
    await page.goto(`/console/response/call-backs/${id}`)
    await page.getByText('签到时手机没有定位').waitFor()
    await page.getByRole('button', { name: /加一次服务/ }).waitFor()
    await checkPage(page)

    await page.keyboard.press('Alt+1') // 领取
    await page.getByText(/由您领取/).waitFor()
    await page.getByRole('button', { name: /登记这次拨打/ }).click()
    await page.getByRole('link', { name: '请选这次拨打的结果' }).waitFor()
    await page.getByLabel('接通', { exact: true }).check()
    await page.getByLabel('老人本人').check()
    await page.getByRole('button', { name: /登记这次拨打/ }).click()
    await page.getByText('已登记这次拨打').waitFor()
    await shot(page, 'call-back-task', true)

    await page.getByRole('group', { name: '那天有没有护理员上门？' }).getByLabel('来了').check()
    await page.getByRole('group', { name: '约定的服务都做了吗？' }).getByLabel('都做了').check()
    await page.getByLabel('服务属实').check()
    await page.getByRole('button', { name: /提交结论/ }).click()
    await page.getByRole('alert').getByRole('link').first().waitFor() // a question is missing
    for (const group of await page.getByRole('group').filter({ hasText: '有没有另外向您收钱' }).all()) await group.getByLabel('没有').check()
    const place = page.getByRole('group', { name: '是在您家里服务的吗？' })
    if (await place.count()) await place.getByLabel('在家里').check()
    const signed = page.getByRole('group', { name: /当场签字确认/ })
    if (await signed.count()) await signed.getByLabel('当场签的').check()
    await page.getByRole('group', { name: '约定的服务都做了吗？' }).getByLabel('只做了一部分').check()
    await page.getByText('按回答应为：部分提供').waitFor()
    await page.getByRole('group', { name: '约定的服务都做了吗？' }).getByLabel('都做了').check()
    await page.getByText('按回答应为：服务属实').waitFor()
    await page.getByRole('group', { name: /打几分/ }).getByLabel('1 很不满意').check()
    await checkPage(page)
    await page.keyboard.press('Alt+4') // 登记投诉
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('老人怎么说').fill('只坐了一会儿就走了，说还有别家')
    await checkPage(page)
    await dialog.getByRole('button', { name: '登记这件投诉' }).click()
    await page.getByText(/投诉已登记并转给服务商/).waitFor()
    await page.getByRole('button', { name: /提交结论/ }).click()
    await page.getByText('已提交结论').waitFor()
    await page.getByText('服务成立', { exact: true }).waitFor()
    await checkPage(page)
    await shot(page, 'call-back-done', true)

    await improvementIsClosed(visit)
    await complaintIsDecided(visit)
  })
})

/** One star opened a task: the provider answers, the county checks, the elder is told. */
async function improvementIsClosed(visit: MadeVisit): Promise<void> {
  const provider = await openAs('provider_dispatcher', '/console/oversight/improvements?status=OPEN')
  await provider.getByRole('link', { name: /^ZG/ }).first().waitFor()
  await checkPage(provider)
  await shot(provider, 'improvements')
  const { items } = await (await apiAs('county_officer')).get(`/api/improvements?elder=${visit.elderId}`)
  const path = `/console/oversight/improvements/${items[0].id}`
  await provider.goto(path)
  await provider.getByRole('button', { name: '提交整改结果' }).click()
  await provider.getByRole('link', { name: '请写清整改措施（至少 10 个字）' }).waitFor()
  await provider.getByLabel('整改措施').fill('约谈护理员，改为固定人员上门，出发前电话确认')
  await provider.getByLabel('完成日期').fill(await businessDay())
  await checkPage(provider)
  await provider.getByRole('button', { name: '提交整改结果' }).click()
  await provider.getByText('待核查').first().waitFor()

  const county = await openAs('county_officer', path)
  await county.getByLabel('整改到位').check()
  await county.getByLabel('核查情况').fill('电话核实，护理员已更换')
  await county.getByRole('button', { name: '提交核查' }).click()
  await county.getByLabel('怎么告知的、老人怎么说').fill('电话告知老人，老人说可以')
  await shot(county, 'improvement', true)
  await county.getByRole('button', { name: '办结' }).click()
  await county.getByText('已办结').first().waitFor()
  await checkPage(county)
}

async function complaintIsDecided(visit: MadeVisit): Promise<void> {
  const { items } = await (await apiAs('county_officer')).get(`/api/complaints?elder=${visit.elderId}`)
  const path = `/console/oversight/complaints/${items[0].id}`
  const provider = await openAs('provider_dispatcher', path)
  await provider.getByRole('heading', { name: '答复投诉' }).waitFor()
  expect(await provider.getByText(visit.elder, { exact: true }).count()).toBe(0)
  await provider.getByRole('textbox', { name: '服务商答复' }).fill('护理员当天排班过满，已道歉并调整')
  await checkPage(provider)
  await provider.getByRole('button', { name: '提交答复' }).click()
  await provider.getByText('待县区认定').first().waitFor()

  const county = await openAs('county_officer', path)
  await county.getByLabel('属实', { exact: true }).check()
  await county.getByLabel('理由').fill('提前离开属实')
  await shot(county, 'complaint', true)
  await county.getByRole('button', { name: '提交认定' }).click()
  await county.getByText('已办结').first().waitFor()
  await checkPage(county)
  await county.goto('/console/oversight/complaints')
  await county.getByRole('link', { name: items[0].number }).waitFor()
  await checkPage(county)
}

describe("the provider's month", () => {
  it('lists every month with its state, says why there is none, and leads to what it was counted from', async () => {
    const page = await openAs('county_officer', '/console/oversight/scores')
    await page.getByRole('heading', { level: 1, name: /服务商月度评价/ }).waitFor()
    await checkPage(page)
    await shot(page, 'scores')
    const { items } = await (await apiAs('county_officer')).get('/api/provider-scores?size=1')
    if (items.length === 0) {
      await page.getByText('每月 3 日自动计算上个月的评价。').waitFor()
      return
    }
    await page.goto(`/console/oversight/scores/${items[0].id}`)
    await page.getByRole('region', { name: '各项得分' }).first().waitFor()
    await checkPage(page)
    const figures = page.getByRole('button', { name: /^(得分|失分|依据) \d+ 条/ }).first()
    await figures.click()
    await page.getByRole('heading', { name: /依据$/ }).waitFor()
    await checkPage(page)
    await shot(page, 'score', true)
  })
})
