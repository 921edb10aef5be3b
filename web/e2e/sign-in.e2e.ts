import { describe, expect, it } from 'vitest'
import { account, checkPage, open, openAs, setLooks, signIn } from './harness'

describe('signing in', () => {
  it('leads a village worker to their workbench, with the rooms of their role', async () => {
    const page = await open('/console/')
    await checkPage(page)
    await signIn(page, account('village_worker'))
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.getByRole('navigation', { name: '功能菜单' }).waitFor()
    await checkPage(page)
  })

  it('says what to do after a wrong password, keeps the account and moves the focus to the sentence', async () => {
    const page = await open('/console/sign-in')
    await page.getByLabel('账号', { exact: true }).fill(account('town_officer').username)
    await page.getByLabel('密码', { exact: true }).fill('这不是密码')
    await page.getByRole('button', { name: '登录', exact: true }).click()
    const summary = page.getByRole('alert')
    await summary.getByText('账号或密码不对').waitFor()
    expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true)
    expect(await page.getByLabel('账号', { exact: true }).inputValue()).toBe(account('town_officer').username)
    await checkPage(page)
  })

  it('names what is missing before anything is sent, each with a link to its field', async () => {
    const page = await open('/console/sign-in')
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await page.getByRole('link', { name: '请填写密码' }).click()
    expect(await page.getByLabel('密码', { exact: true }).evaluate((element) => element === document.activeElement)).toBe(true)
  })

  it('asks again in place when the sign-in runs out, and then does what was asked', async () => {
    const page = await openAs('village_worker', '/console/registry/elders')
    await page.getByRole('heading', { name: /老人名册/ }).waitFor()
    await page.waitForLoadState('networkidle') // a late call of the page would meet the ended sign-in before the click does
    await page.context().clearCookies()
    await page.getByLabel('姓名、拼音首字母、身份证号或电话').fill('王')
    await page.getByRole('button', { name: '查询', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: '登录已过期，请再登录一次' })
    await dialog.getByLabel('密码', { exact: true }).fill(account('village_worker').password)
    await dialog.getByRole('button', { name: '登录', exact: true }).click()
    await dialog.waitFor({ state: 'hidden' })
    expect(await page.getByLabel('姓名、拼音首字母、身份证号或电话').inputValue()).toBe('王')
    await page.getByRole('heading', { name: /老人名册.*共/ }).waitFor()
  })

  it('works for an elder at the largest text on a narrow phone, in high contrast too', async () => {
    const page = await open('/m/sign-in', 'narrow')
    for (const contrast of ['normal', 'high']) {
      await setLooks(page, 'm', { text: 'largest', contrast })
      await page.getByRole('heading', { name: '登录' }).waitFor()
      await checkPage(page)
    }
    await signIn(page, account('elder'))
    await page.getByRole('heading', { level: 1 }).waitFor()
    await checkPage(page)
  })

  it('brings a carer to their phone pages', async () => {
    const page = await open('/carer/', 'phone')
    await checkPage(page)
    await signIn(page, account('carer'))
    await page.getByRole('navigation', { name: '主要页面' }).waitFor()
    await checkPage(page)
  })

  it('goes on to the page somebody wanted, also after signing in', async () => {
    const page = await open('/console/registry/elders?level=SEVERE')
    await signIn(page, account('village_worker'))
    await page.waitForURL(/\/console\/registry\/elders\?level=SEVERE/)
  })
})
