/** An elder does not get on with a carer: the county writes it down, the provider sends another, and the elder says so on the own phone next time. */
import { beforeAll, describe, expect, it } from 'vitest'
import { apiAs, givenToCarer, orderedVisit, quietDays, type MadeVisit } from './visits'
import { checkPage, open, openAs, shot, signIn } from './harness'

let visit: MadeVisit
let carer: { id: string; name: string }

beforeAll(async () => {
  visit = await orderedVisit('COMFORT', (await quietDays()).at(0)!)
  await givenToCarer(visit)
  const { visits } = await (await apiAs('provider_dispatcher')).get(`/api/dispatch/day?day=${visit.day}`)
  carer = visits.find((one: any) => one.id === visit.id).carers[0]
})

describe('whom an elder would like to come', () => {
  it('is written down from the elder’s page, keeps a carer away, and is proposed to the provider at once', async () => {
    const page = await openAs('county_officer', `/console/registry/elders/${visit.elderId}`)
    await page.getByRole('link', { name: '护理员意愿' }).click()
    await page.getByRole('heading', { level: 1, name: /护理员意愿/ }).waitFor()
    await page.getByRole('heading', { name: carer.name }).waitFor()
    await checkPage(page)
    await page.getByRole('button', { name: `不要再派：${carer.name}` }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: '不要再派' }).click()
    await dialog.getByText('请选是谁说的').waitFor()
    await dialog.getByLabel('老人本人').check()
    await dialog.getByRole('button', { name: '不要再派' }).click()
    await dialog.getByText(/请写明原因/).waitFor()
    await checkPage(page)
    await shot(page, 'carer-wish-refuse')
    await dialog.getByLabel('为什么').fill('说话太急，听不清')
    await dialog.getByRole('button', { name: '不要再派' }).click()
    await page.getByText('已记下。').waitFor()
    await page.getByText('“说话太急，听不清”').waitFor()
    await checkPage(page)
    await shot(page, 'carer-wishes', true)

    const desk = await openAs('provider_dispatcher', `/console/service/dispatch?day=${visit.day}`)
    await desk.getByText(new RegExp(`老人要求换人：${carer.name}`)).first().waitFor()
    await checkPage(desk)
    await shot(desk, 'carer-wish-proposal', true)
  })

  it('can be said and taken back on the elder’s own phone', async () => {
    const username = `wish${Date.now()}`
    const admin = await apiAs('administrator')
    const { initialPassword: password } = await admin.post('/api/accounts', { username, role: 'elder', elderId: visit.elderId })
    const page = await open('/m/sign-in', 'phone')
    await signIn(page, { username, password })
    const own = 'chunfeng-hua-yu-9'
    await page.getByLabel('一次性密码（刚才登录用的）').fill(password)
    await page.getByLabel('新密码', { exact: true }).fill(own)
    await page.getByLabel('再输一次新密码').fill(own)
    await page.getByRole('button', { name: '改好了，保存' }).click()
    await page.getByRole('heading', { name: '修改密码' }).waitFor({ state: 'detached' })
    await page.goto('/m/visits')
    await page.getByRole('link', { name: '想请谁来，不要谁来' }).click()
    await page.getByRole('heading', { level: 1, name: '谁来照顾我' }).waitFor()
    const hers = page.getByRole('article').filter({ has: page.getByRole('heading', { name: carer.name }) })
    await hers.getByText('您说过：不要她（他）再来。').waitFor()
    await hers.getByRole('button', { name: `希望再来：${carer.name}` }).click()
    await page.getByText(new RegExp(`记下了：希望 ${carer.name} 再来`)).waitFor()
    await checkPage(page)
    await hers.getByRole('button', { name: `不要再来：${carer.name}` }).click()
    await hers.getByRole('button', { name: `不要 ${carer.name} 再来` }).click()
    await hers.getByText('请选一个原因。').waitFor()
    await checkPage(page)
    await shot(page, 'm-carers-ask', true)
    await hers.getByLabel('常常迟到').check()
    await hers.getByRole('button', { name: `不要 ${carer.name} 再来` }).click()
    await page.getByText(new RegExp(`不再请 ${carer.name} 来`)).waitFor()
    await hers.getByRole('button', { name: /刚才说的不算/ }).click()
    await page.getByText(new RegExp(`${carer.name} 和别人一样安排`)).waitFor()
    await checkPage(page)
    await shot(page, 'm-carers', true)
    expect(await hers.getByText('您说过').count()).toBe(0)
  })
})
