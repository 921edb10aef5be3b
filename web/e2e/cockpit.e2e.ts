import { describe, expect, it } from 'vitest'
import { checkPage, openAs, shot } from './harness'
import { apiAs, until } from './visits'

describe('the cockpit', () => {
  it('shows the city with figures from records, and drills down to a village and back by key', async () => {
    const page = await openAs('city_officer', '/screen/', 'wall')
    await page.getByRole('heading', { name: /驾驶舱/ }).waitFor()
    await page.getByText('在册老人').first().waitFor()
    await page.getByRole('table', { name: /各区域/ }).waitFor()
    await page.waitForTimeout(800)
    await checkPage(page)
    await shot(page, 'cockpit-city')

    const table = page.getByRole('table', { name: /各区域/ })
    await table.getByRole('button').first().click()
    await page.waitForURL(/region=\d{6}000000/)
    await page.getByText('镇街范围为示意').waitFor()
    await page.waitForTimeout(800)
    await checkPage(page)
    await shot(page, 'cockpit-county')

    await table.getByRole('button').first().click()
    await page.waitForURL(/region=\d{9}000/)
    await page.getByText('村社位置为示意').waitFor()
    await page.waitForTimeout(800)
    await shot(page, 'cockpit-town')

    await table.getByRole('button').first().click()
    await page.getByText('已到村社一级').waitFor()
    await checkPage(page)
    await page.keyboard.press('Escape')
    await page.getByText('村社位置为示意').waitFor()
  })

  // Figures are counted every few minutes (数据截至); the journey waits until the newest count has met what other journeys changed.
  it('leads from a figure to the list whose total is that figure', { timeout: 280_000 }, async () => {
    const officer = await apiAs('city_officer')
    await until(async () => {
      const { total } = await officer.get('/api/elders?tag=AGED_80_PLUS&size=1')
      return JSON.stringify(await officer.get('/api/cockpit')).includes(`"value":${total},`) || undefined
    }, 'a fresh count', 240_000)
    const page = await openAs('city_officer', '/screen/', 'wall')
    const tile = page.getByRole('link', { name: /80 岁以上/ }).first()
    const shown = (await tile.textContent())?.match(/80 岁以上([\d,]+)人/)?.[1]
    await tile.click()
    await page.waitForURL(/\/console\/registry\/elders\?/)
    await page.getByRole('heading', { name: new RegExp(`老人名册.*共 ${shown} 条`) }).waitFor()
  })

  it('is a normal page on a laptop', async () => {
    const page = await openAs('county_officer', '/screen/', 'laptop')
    await page.getByText('在册老人').first().waitFor()
    await page.getByText('镇街范围为示意').waitFor()
    await checkPage(page)
    await shot(page, 'cockpit-laptop', true)
  })

  it('refuses a region that is not the reader’s with a sentence', async () => {
    const page = await openAs('county_officer', '/screen/?region=330000000000', 'wall')
    expect(await page.getByRole('alert').first().textContent()).toBeTruthy()
  })
})
