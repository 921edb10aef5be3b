import { expect, it } from 'vitest'
import { account, checkPage, open, signIn } from './harness'

it('opens the carer app and a deep link without a line, after one visit', async () => {
  const page = await open('/carer/sign-in', 'phone', { serviceWorkers: 'allow' })
  await signIn(page, account('carer'))
  await page.getByRole('navigation', { name: '主要页面' }).waitFor()
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
    for (let tries = 0; !navigator.serviceWorker.controller && tries < 50; tries++) await new Promise((resolve) => setTimeout(resolve, 100))
  })
  await page.context().setOffline(true)
  await page.goto('/carer/sync')
  await page.getByRole('heading', { name: '等待上传' }).waitFor()
  expect(await page.getByRole('link', { name: /没有网络/ }).count()).toBe(1)
  await checkPage(page)
})
