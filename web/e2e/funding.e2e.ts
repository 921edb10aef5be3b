import { describe, expect, it } from 'vitest'
import { checkPage, openAs, shot } from './harness'

interface Found {
  items: { id: string; state: string }[]
}

describe('funding', () => {
  it('shows the county how far the statements are, and each with exceptions first', async () => {
    const page = await openAs('county_finance', '/console/funding/statements')
    await page.getByRole('heading', { name: '结算单', level: 1 }).waitFor()
    await page.getByRole('button', { name: '生成上月结算单' }).click()
    await page.getByText(/已按最新记录计算 \d+ 张结算单/).waitFor()
    await checkPage(page)
    await shot(page, 'funding/statements')

    const frozen = ((await (await page.request.get('/api/statements?state=FROZEN')).json()) as Found).items[0]
    if (!frozen) return
    await page.goto(`/console/funding/statements/${frozen.id}`)
    await page.getByRole('heading', { name: '与上月相比' }).waitFor()
    await page.getByRole('heading', { name: '明细' }).waitFor()
    await page.getByRole('button', { name: '扣留依据' }).click()
    await page.getByText(/月度得分 .*达标/).first().waitFor()
    await checkPage(page)
    await shot(page, 'funding/statement', true)
    await page.getByRole('button', { name: '复核通过' }).click()
    await page.getByText(/复核通过后，.*可以列入付款批次/).waitFor()
    await checkPage(page)
    await shot(page, 'funding/review')
  })

  it('lets the provider object to a line before the review', async () => {
    const page = await openAs('provider_dispatcher', '/console/funding/statements')
    await page.getByRole('heading', { name: '结算单', level: 1 }).waitFor()
    await checkPage(page)
    const frozen = ((await (await page.request.get('/api/statements?state=FROZEN')).json()) as Found).items[0]
    if (!frozen) return
    await page.goto(`/console/funding/statements/${frozen.id}`)
    await page.getByRole('button', { name: /^提异议/ }).first().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: '提异议' }).click()
    await dialog.getByRole('alert').waitFor()
    await dialog.getByLabel('理由（至少 4 个字）').fill('数量少算了一次')
    await checkPage(page)
    await dialog.getByRole('button', { name: '提异议' }).click()
    await page.getByText('待处理').first().waitFor()
    await checkPage(page)
    await shot(page, 'funding/objection', true)
  })

  it('asks the city for a second signature, counts down, and can be withdrawn meanwhile', async () => {
    const page = await openAs('city_finance', '/console/funding/payments')
    await page.getByRole('heading', { name: '付款批次', level: 1 }).waitFor()
    await checkPage(page)
    await shot(page, 'funding/batches')
    const prepared = ((await (await page.request.get('/api/payment-batches?state=PREPARED')).json()) as Found).items[0]
    if (!prepared) return
    await page.goto(`/console/funding/payments/${prepared.id}`)
    await page.getByRole('button', { name: '审批通过' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(/审批后将向 \d+ 个账户付款/).waitFor()
    await checkPage(page)
    await shot(page, 'funding/approval')
    await dialog.getByRole('button', { name: '审批通过' }).click()
    await page.getByText(/后生成付款文件，此前可以撤回/).waitFor()
    expect(await page.getByRole('button', { name: '生成付款文件' }).count()).toBe(0)
    await checkPage(page)
    await shot(page, 'funding/countdown', true)
    await page.getByRole('button', { name: '撤回' }).click()
    await page.getByRole('dialog').getByLabel('撤回理由（至少 4 个字）').fill('金额还要核对')
    await page.getByRole('dialog').getByRole('button', { name: '撤回' }).click()
    await page.getByText('已撤回').first().waitFor()
    await checkPage(page)
    await shot(page, 'funding/withdrawn')
  })
})
