import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { checkPage, openAs, shot } from './harness'
import { assignOrder, carersDay, dayAhead, orderedVisit } from './visits'

/** What a page's own session answers; writes carry a fresh key. */
async function ask<Answer>(page: Page, method: string, path: string, body?: unknown): Promise<Answer> {
  return (await page.evaluate(
    async ({ method, path, body }) => {
      const init: RequestInit = { method, headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() } }
      if (body !== undefined) init.body = JSON.stringify(body)
      const answer = await fetch(path, init)
      return await answer.json()
    },
    { method, path, body },
  )) as Answer
}

/** A day of help beside the plan, ordered by hand for an elder who has one. */
async function orderForTomorrow(page: Page): Promise<{ order: string; elder: string }> {
  const { elderId: elder } = await orderedVisit('COMFORT', await carersDay())
  const tomorrow = await dayAhead(1)
  const placed = await ask<{ id: string; type?: string }>(page, 'POST', '/api/orders', { elderId: elder, service: 'COMFORT', units: 1, day: tomorrow, windowFrom: '09:00', windowTo: '11:00', elderPays: true, again: true, reason: '家人临时外出' })
  expect(placed.id, JSON.stringify(placed)).toBeTruthy()
  return { order: placed.id, elder }
}

describe('orders and visits', () => {
  it('show why a provider was asked, let the officer name one, and lead to the visit', async () => {
    const page = await openAs('county_officer', '/console/service/orders')
    await page.getByRole('heading', { name: /服务工单/ }).waitFor()
    const { order, elder } = await orderForTomorrow(page)
    await checkPage(page)
    await page.goto('/console/service/visits')
    await page.getByRole('heading', { name: /上门记录/ }).waitFor()
    await checkPage(page)
    await page.goto('/console/service/orders')
    await page.reload()
    await page.getByRole('heading', { name: /服务工单/ }).waitFor()
    await page.getByRole('table').first().waitFor()
    await checkPage(page)
    await shot(page, 'homecare/orders')

    await page.goto(`/console/service/orders/${order}`)
    await page.getByRole('heading', { name: '候选服务商' }).waitFor()
    await page.getByRole('heading', { name: '指定服务商' }).waitFor()
    await page.getByRole('button', { name: '指定这家服务商', exact: true }).click()
    await page.getByRole('link', { name: '请选择服务商。' }).waitFor()
    await checkPage(page)
    await shot(page, 'homecare/order', true)
    await assignOrder(page, { index: 1 }, '老人熟悉这家服务商')

    await page.getByRole('link', { name: '看这张工单的上门记录' }).click()
    await page.getByRole('heading', { name: /上门记录/ }).waitFor()
    await page.getByRole('link', { name: /^SM\d+/ }).first().waitFor()
    await checkPage(page)
    await shot(page, 'homecare/visits')
    await page.getByRole('link', { name: /^SM\d+/ }).first().click()
    await page.getByRole('heading', { name: '核验发现' }).waitFor()
    await checkPage(page)
    await shot(page, 'homecare/visit', true)
    await page.getByRole('button', { name: '取消这次上门', exact: true }).click()
    await page.getByLabel('取消的原因').fill('老人临时去女儿家')
    await page.getByRole('dialog').getByRole('button', { name: '取消这次上门', exact: true }).click()
    await page.getByText('已取消').first().waitFor()

    await page.goto(`/console/registry/elders/${elder}`)
    await page.getByRole('link', { name: '老人码', exact: true }).click()
    await page.getByRole('img', { name: /的老人码/ }).waitFor()
    await page.getByLabel('签字密码', { exact: true }).fill('1111')
    await page.getByRole('button', { name: '保存签字密码', exact: true }).click()
    await page.getByRole('alert').waitFor()
    await checkPage(page)
    await shot(page, 'homecare/code')
  })
})
