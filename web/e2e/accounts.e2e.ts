/** From the administrator's list to a carer's first day: an account is made, its one-time password is changed on the phone, and after it is closed the carer is out. */
import { describe, expect, it } from 'vitest'
import { account, checkPage, open, openAs, shot, signIn } from './harness'
import { apiAs } from './visits'

const CHOSEN = 'blue-kettle-7'

/** A carer of the register who has no account yet. */
async function carerWithoutAccount(): Promise<{ id: string; name: string; detail: string }> {
  const holders = await (await apiAs('administrator')).get<{ id: string; name: string; detail: string; hasAccount: boolean }[]>('/api/accounts/holders?kind=CARER&q=')
  const found = holders.find((holder) => !holder.hasAccount)
  if (!found) throw new Error('every carer on the first page has an account')
  return found
}

describe('accounts', () => {
  it('lead a carer from the one-time password to their own day, and out again when they are closed', async () => {
    const carer = await carerWithoutAccount()
    const username = `e2e${Date.now()}`
    const desk = await openAs('administrator', '/console/platform/accounts')
    await desk.getByRole('heading', { name: /账号.*共/ }).waitFor()
    await checkPage(desk)

    await desk.getByRole('button', { name: '新建账号' }).click()
    const form = desk.getByRole('dialog', { name: '新建账号' })
    await form.getByLabel('角色').selectOption({ label: '护理员' })
    await form.getByRole('button', { name: '建账号' }).click()
    await form.getByRole('link', { name: '请选择护理员' }).waitFor()
    await form.getByLabel('护理员姓名').fill(carer.name)
    await form.getByRole('button', { name: '查找' }).click()
    await form.locator('label').filter({ hasText: carer.name }).filter({ hasText: carer.detail }).getByRole('radio').check()
    await form.getByLabel('账号', { exact: true }).fill(username)
    await checkPage(desk)
    await shot(desk, 'accounts-new')
    await form.getByRole('button', { name: '建账号' }).click()

    const once = desk.getByRole('dialog', { name: '一次性密码，只显示这一次' })
    const password = (await once.locator('code').textContent())!
    expect(password).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/)
    await once.getByRole('button', { name: `复制 ${username}` }).click()
    await once.getByText(/已复制|请手工抄下/).waitFor()
    await checkPage(desk)
    await shot(desk, 'accounts-once')
    await desk.keyboard.press('Escape') // shown once: not lost by a slip
    await once.getByRole('button', { name: '已经记下，关闭' }).click()
    await once.waitFor({ state: 'hidden' })

    const phone = await open('/carer/sign-in', 'phone')
    await signIn(phone, { username, password })
    await phone.getByRole('heading', { name: '修改密码' }).waitFor()
    await checkPage(phone)
    await shot(phone, 'accounts-phone-password')
    await phone.goto('/carer/today') // no way round it
    await phone.getByRole('heading', { name: '修改密码' }).waitFor()
    await phone.getByLabel('一次性密码（刚才登录用的）').fill(password)
    await phone.getByLabel('新密码', { exact: true }).fill('woaini1314520')
    await phone.getByLabel('再输一次新密码').fill('woaini1314520')
    await phone.getByRole('button', { name: '改好了，保存' }).click()
    await phone.getByRole('link', { name: /太容易被猜到/ }).waitFor()
    await phone.getByLabel('新密码', { exact: true }).fill(CHOSEN)
    await phone.getByLabel('再输一次新密码').fill(CHOSEN)
    await phone.getByRole('button', { name: '改好了，保存' }).click()
    await phone.waitForURL(/\/carer\/today/)
    await phone.getByRole('navigation', { name: '主要页面' }).waitFor()
    await phone.getByRole('heading', { level: 1 }).waitFor()
    await checkPage(phone)

    await desk.getByLabel('账号或姓名').fill(username)
    await desk.getByRole('button', { name: '查询', exact: true }).click()
    await desk.getByRole('button', { name: `停用 ${username}` }).click()
    const closing = desk.getByRole('dialog', { name: `停用 ${carer.name}` })
    await closing.getByRole('button', { name: `停用 ${carer.name}` }).click()
    await closing.getByText('请写明停用原因，至少两个字').first().waitFor()
    await closing.getByLabel('停用原因').fill('离职')
    await checkPage(desk)
    await closing.getByRole('button', { name: `停用 ${carer.name}` }).click()
    await desk.getByRole('table').getByText('已停用', { exact: true }).waitFor()
    await checkPage(desk)
    await shot(desk, 'accounts-list')

    await phone.goto('/carer/today')
    await phone.waitForURL(/\/carer\/sign-in/)
    const again = await open('/carer/sign-in', 'phone')
    await again.getByLabel('账号', { exact: true }).fill(username)
    await again.getByLabel('密码', { exact: true }).fill(CHOSEN)
    await again.getByRole('button', { name: '登录', exact: true }).click()
    await again.getByText('这个账号已停用').waitFor()
    expect((await phone.request.get('/api/session')).status()).toBe(401)
  })

  it('show a provider its own carers only, and everybody else that the page is not theirs', async () => {
    const provider = await openAs('provider_dispatcher', '/console/platform/accounts')
    await provider.getByRole('heading', { name: /账号.*共/ }).waitFor()
    await provider.getByRole('rowheader', { name: account('carer').username, exact: true }).waitFor()
    expect(await provider.getByRole('rowheader', { name: 'town_officer' }).count()).toBe(0)
    await provider.getByRole('button', { name: '新建账号' }).click()
    await provider.getByLabel('护理员姓名').waitFor() // the only role it may give is chosen already
    await checkPage(provider)
    await provider.getByRole('button', { name: '取消' }).click()

    await provider.getByRole('button', { name: '给护理员批量开号' }).click()
    const many = provider.getByRole('dialog', { name: '给一家单位的护理员开账号' })
    await many.getByRole('button', { name: '开账号' }).click()
    const once = provider.getByRole('dialog', { name: '一次性密码，只显示这一次' })
    const nobody = many.getByText('这家单位的护理员都已经有账号了。') // on a city where this journey ran before
    await once.or(nobody).waitFor()
    await checkPage(provider)
    await shot(provider, 'accounts-carers')

    const worker = await openAs('village_worker', '/console/platform/accounts')
    await worker.getByText('没有这一页的权限').waitFor()
    await checkPage(worker)
  })

  it('let everybody change their own password from their own menu', async () => {
    const page = await openAs('city_officer', '/console/workbench')
    await page.getByRole('button', { name: /^当前账号|^账号|市民政/ }).first().click()
    await page.getByRole('link', { name: '修改密码' }).click()
    await page.getByRole('heading', { name: '修改密码' }).waitFor()
    await page.getByLabel('当前密码').fill('不是这个')
    await page.getByLabel('新密码', { exact: true }).fill(CHOSEN)
    await page.getByLabel('再输一次新密码').fill('另一个')
    await page.getByRole('button', { name: '改好了，保存' }).click()
    await page.getByRole('link', { name: /两次输入的新密码不一样/ }).waitFor()
    await page.getByLabel('再输一次新密码').fill(CHOSEN)
    await page.getByRole('button', { name: '改好了，保存' }).click()
    await page.getByText('当前密码不对').first().waitFor()
    await checkPage(page)

    const elder = await openAs('elder', '/m/more', 'narrow')
    await elder.getByRole('link', { name: '修改密码' }).click()
    await elder.getByRole('heading', { name: '修改密码' }).waitFor()
    await checkPage(elder)
  })
})
