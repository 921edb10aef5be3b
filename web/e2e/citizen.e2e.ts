import { describe, expect, it } from 'vitest'
import { account, checkPage, open, openAs, setLooks, shot, signIn } from './harness'

const SIZES = ['normal', 'large', 'largest'] as const

describe('the elder’s pages', () => {
  it('say what happens today, at every text size and in high contrast, on a narrow phone', async () => {
    const page = await openAs('elder', '/m/', 'narrow')
    for (const text of SIZES) {
      for (const contrast of ['normal', 'high']) {
        await setLooks(page, 'm', { text, contrast })
        await page.getByRole('heading', { name: '今天', exact: true }).waitFor()
        await page.getByText(/没有安排上门服务|左右|之间/).first().waitFor()
        await checkPage(page)
        await shot(page, `m-home-${text}-${contrast}`, true)
      }
    }
  })

  it('show at most four doors, the rest behind 更多, each big enough', async () => {
    const page = await openAs('elder', '/m/', 'phone')
    await page.getByText(/没有安排上门服务|左右|之间/).first().waitFor()
    const doors = page.getByRole('navigation', { name: '您要办什么事' }).getByRole('link')
    await doors.first().waitFor()
    expect(await doors.count()).toBeLessThanOrEqual(4)
    for (const door of await doors.all()) {
      const box = (await door.boundingBox())!
      expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(60)
    }
    await shot(page, 'm-home', true)
  })

  it('open visits, ratings, the public list and what is behind 更多', async () => {
    const page = await openAs('elder', '/m/visits', 'narrow')
    await setLooks(page, 'm', { text: 'largest', contrast: 'normal' })
    await page.getByRole('heading', { name: '我的服务' }).waitFor()
    await page.getByRole('heading', { name: '接下来' }).waitFor()
    await checkPage(page)
    for (const [path, heading] of [['/m/ratings', '评价服务'], ['/m/services', '服务清单'], ['/m/more', '更多']] as const) {
      await page.goto(path)
      await page.getByRole('heading', { level: 1, name: heading }).waitFor()
      await page.waitForTimeout(400)
      await checkPage(page)
      await shot(page, `m${path.replace('/m', '').replace('/', '-')}`, true)
    }
  })

  it('count five seconds before dialing, and take it back', async () => {
    const page = await openAs('elder', '/m/', 'phone')
    await page.getByRole('link', { name: '紧急呼救' }).click()
    await page.getByRole('button', { name: /打 12349/ }).click()
    await page.getByText(/秒后拨打 12349/).waitFor()
    await checkPage(page)
    await shot(page, 'm-calling')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('cancel')
    await page.keyboard.press('Enter')
    await page.getByText('已经取消，没有打出去。').waitFor()
    await page.waitForTimeout(5500)
    await page.getByText('已经取消，没有打出去。').waitFor()
    await checkPage(page)
    await shot(page, 'm-call', true)
  })

  it('show the public list without signing in', async () => {
    const page = await open('/m/services', 'phone')
    await page.getByRole('heading', { name: '助浴' }).waitFor()
    await page.getByText(/每.* 元/).first().waitFor()
    await checkPage(page)
  })
})

describe('the family’s pages', () => {
  it('say for whom one acts, today in one sentence, and the last seven days', async () => {
    const page = await openAs('family', '/m/family', 'phone')
    await page.getByText(/您正在替 .+ 办理/).first().waitFor()
    await page.getByText(/今天/).first().waitFor()
    await page.getByRole('heading', { name: '最近七天' }).waitFor()
    await checkPage(page)
    await shot(page, 'm-family', true)
    await page.goto('/m/')
    await page.getByText(/您正在替 .+ 办理/).first().waitFor()
    await checkPage(page)
    await shot(page, 'm-family-home', true)
  })

  it('sign in on a large form', async () => {
    const page = await open('/m/sign-in', 'narrow')
    await setLooks(page, 'm', { text: 'largest', contrast: 'normal' })
    await checkPage(page)
    await shot(page, 'm-sign-in', true)
    await signIn(page, account('family'))
    await page.getByRole('heading', { level: 1 }).waitFor()
  })
})
