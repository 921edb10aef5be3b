/**
 * One elder's need through every step of the loop, each in the hands of the person who does it, on the demo clock.
 * The clock only goes forward, by more than a month: this file runs last (see vitest.e2e.config.ts). The API is asked for ids and
 * for how far the platform's own work is; every act is done on a page.
 */
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { AbilityForm } from './abilityForm'
import { account, checkPage, openAs, shot, type Role } from './harness'
import { inventedNumber } from './inventedNumber'
import { pressOn } from './keyboard'
import { apiAs, assignOrder, businessDay, until, type Caller } from './visits'

const MINUTES = 60_000
const NEWS_MS = 60_000
const SERVICE = { code: 'CLEANING', name: '助洁' }
/** Of the run, so that elders of several runs hardly share one in a list. */
const oneOf = (from: string) => [...from][Math.floor(Math.random() * [...from].length)]!
const NAME = oneOf('沈闵茅钮凌臧施') + oneOf('春夏秋冬晨朝云雨雪月') + oneOf('兰梅竹菊荷芳芬珍秀英')

/** What the story has come to; ids are read from addresses and lists. */
interface Story {
  elder: string
  careCase: string
  assessment: string
  plan: string
  order: string
  visit: string
  day: string
  from: string
  score: string
  statement: string
  batch: string
}
const story = {} as Story
const readers: Partial<Record<Role, Caller>> = {}
const as = async (role: Role): Promise<Caller> => (readers[role] ??= await apiAs(role))
const idOf = (page: Page) => /[0-9a-f-]{36}/.exec(page.url())![0]
const plusDays = (day: string, days: number) => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
const look = async (page: Page, name: string) => {
  await checkPage(page)
  await shot(page, `loop/${name}`, true)
}
const first = async (role: Role, path: string, what: string): Promise<any> => until(async () => (await (await as(role)).get(path)).items[0], what, NEWS_MS)

/** The administrator moves the city's clock and waits until the work of all skipped days is done. */
async function clockTo(day: string, time: string): Promise<void> {
  const { businessNow } = await (await as('administrator')).get('/api/clock')
  if (Date.parse(businessNow) >= Date.parse(`${day}T${time}:00+08:00`)) return
  const page = await openAs('administrator', '/console/platform/clock')
  await page.getByLabel('日期').fill(day)
  await page.getByLabel('几点几分').fill(time)
  await page.getByRole('button', { name: '拨到这一刻' }).click()
  await page.getByRole('dialog').getByRole('button', { name: `拨到 ${day} ${time}` }).click()
  await page.getByText(`时钟已拨到 ${day} ${time}`).waitFor({ timeout: NEWS_MS })
  await page.getByText('每天的工作已经全部做完').waitFor({ timeout: 5 * MINUTES })
  await look(page, 'clock')
  await page.context().close()
}

it('walks one need from the village to the closed case', async () => {
  await capture()
  await assess()
  await confirmEntitlement()
  await agreeOnPlan()
  await takeOrder()
  await dispatch()
  await visit()
  await verify()
  await readTimeline()
  await endPlan()
  await score()
  await settle()
  await pay()
  await rate()
  await close()
}, 20 * MINUTES)

async function capture(): Promise<void> {
  const page = await openAs('village_worker', '/console/')
  await page.getByRole('link', { name: '需求登记', exact: true }).click()
  await page.getByRole('link', { name: '登记需求', exact: true }).click()
  await page.getByLabel('老人身份证号').fill(inventedNumber())
  await page.getByRole('button', { name: '查一下' }).click()
  await page.getByText('库里还没有这个人').waitFor()
  await page.getByLabel('姓名', { exact: true }).fill(NAME)
  await page.getByRole('checkbox', { name: SERVICE.name }).check()
  await page.getByLabel('老人自己的话').fill('腰不好，家里打扫不动')
  await look(page, '01-need-form')
  await page.getByRole('button', { name: '登记这份需求' }).click()
  await page.getByText('点案例号看下一步由谁办').waitFor()
  await look(page, '02-need')
  await page.getByRole('link', { name: /^AL/ }).click()
  await page.getByText('等待：能力评估（镇街安排，评估员上门）').waitFor()
  story.careCase = idOf(page)
  await look(page, '03-case')
  await page.getByRole('link', { name: NAME }).click()
  await page.getByRole('heading', { name: NAME }).waitFor()
  story.elder = idOf(page)
}

async function assess(): Promise<void> {
  const officer = await openAs('county_officer', `/console/service/cases/${story.careCase}`)
  await first('county_officer', `/api/assessments?elder=${story.elder}`, 'the request of an assessment')
  await officer.reload()
  await officer.getByRole('link', { name: '去看评估单' }).click()
  await officer.getByRole('row', { name: new RegExp(NAME) }).getByRole('link').first().click()
  await officer.getByRole('link', { name: '安排评估' }).click()
  for (const [label, role] of [['评估员一', 'assessor'], ['评估员二', 'assessor_2']] as [string, Role][]) {
    const name = (account(role) as unknown as { displayName: string }).displayName
    const select = officer.getByLabel(label)
    await select.selectOption({ label: await select.locator('option', { hasText: name }).first().innerText() })
  }
  await officer.getByLabel('上门日期').fill(plusDays(await businessDay(), 2))
  await look(officer, '04-appointment')
  await officer.getByRole('button', { name: '安排这次评估' }).click()
  await officer.getByRole('heading', { name: /评估单 PG/ }).waitFor()
  story.assessment = idOf(officer)

  const one = await openAs('assessor', '/console/need/assessments?mine=true')
  await one.getByRole('row', { name: new RegExp(NAME) }).getByRole('link').first().click()
  await one.getByRole('button', { name: '开始评估' }).click()
  await one.getByLabel('原因').fill('家属来电，老人后天要外出，同意今天评估') // before the day agreed on
  await one.getByRole('dialog').getByRole('button', { name: '开始评估' }).click()
  await one.getByRole('heading', { name: `能力评估表 · ${NAME}` }).waitFor()
  const form = new AbilityForm(one)
  await form.fill(NAME)
  await look(one, '05-form-sign')
  await form.sign((account('assessor') as unknown as { displayName: string }).displayName)
  await form.signInformant()
  const two = await openAs('assessor_2' as Role, `/console/need/assessments/${story.assessment}/form?part=sign`)
  await new AbilityForm(two).sign((account('assessor_2' as Role) as unknown as { displayName: string }).displayName)
  await two.getByRole('button', { name: '提交，得出等级' }).click()
  await two.getByRole('dialog').getByRole('button', { name: '提交，得出等级' }).click()
  await two.getByText('C.5 最终等级').waitFor()
  await look(two, '06-report')
  await officer.reload()
  await officer.getByText('公示').first().waitFor()
  await look(officer, '07-publicity')
}

async function confirmEntitlement(): Promise<void> {
  await clockTo(plusDays(await businessDay(), 8), '08:00')
  await first('county_officer', `/api/entitlement-proposals?status=PROPOSED&elder=${story.elder}`, 'the proposal of an entitlement')
  const page = await openAs('county_officer', `/console/service/cases/${story.careCase}`)
  await page.getByText(/等待：资格认定/).waitFor()
  await page.getByRole('link', { name: '去看资格与测算' }).click()
  await page.getByRole('heading', { level: 1, name: `${NAME} 的资格与待遇` }).waitFor()
  await look(page, '08-entitlement')
  await page.getByRole('button', { name: '确认', exact: true }).click()
  await page.getByRole('button', { name: '确认 1 人的待遇' }).click()
  await page.getByText('已确认 1 人').waitFor()
  await page.getByRole('link', { name: '制定照护计划' }).waitFor()
  await look(page, '09-entitlement-confirmed')
}

/** The first day from tomorrow on which the demo carer works in the morning; its weekday is the plan's. */
async function workingDay(): Promise<string> {
  const from = plusDays(await businessDay(), 1)
  const days: { day: string; shifts: { from: string; to: string }[] }[] = await (await as('carer')).get(`/api/my/shifts?from=${from}`)
  return days.find((one) => one.shifts.some((shift) => shift.from <= '08:30' && shift.to >= '12:00'))!.day
}

async function agreeOnPlan(): Promise<void> {
  story.day = await workingDay()
  const weekday = new Date(`${story.day}T00:00:00Z`).getUTCDay() || 7
  const { organizationName } = await (await as('provider_dispatcher')).get('/api/session')
  const page = await openAs('county_officer', `/console/service/cases/${story.careCase}`)
  await page.getByText(/等待：计划确认/).waitFor()
  await page.getByRole('link', { name: '去制定照护计划' }).click()
  await page.getByRole('heading', { level: 1, name: `为 ${NAME} 制定照护计划` }).waitFor()
  await page.getByLabel('从哪天开始').fill(story.day)
  await page.getByLabel('服务', { exact: true }).selectOption(SERVICE.code)
  await page.getByLabel('每次数量（小时）').fill('1')
  await page.getByLabel('上门时间 从').fill('08:00')
  await page.getByLabel('到', { exact: true }).fill('17:30')
  await page.getByLabel(['周一', '周二', '周三', '周四', '周五', '周六', '周日'][weekday - 1]!).check()
  await page.getByLabel('希望的服务商').selectOption({ label: organizationName })
  await page.getByText('谁来付').waitFor()
  await look(page, '10-plan-editor')
  await page.getByRole('button', { name: '提交给老人确认' }).click()
  await page.getByRole('heading', { level: 1, name: `${NAME} 的照护计划` }).waitFor()
  story.plan = idOf(page)
  await page.getByRole('button', { name: '记录老人同意' }).click()
  await page.getByRole('textbox', { name: '经过' }).fill('电话里逐项念过，老人同意')
  await page.getByRole('button', { name: '记录同意，计划生效' }).click()
  await page.getByText('已生效。').waitFor()
  await look(page, '11-plan')
}

async function takeOrder(): Promise<void> {
  const { organizationId } = await (await as('provider_dispatcher')).get('/api/session')
  story.order = (await first('county_officer', `/api/orders?elder=${story.elder}`, 'the order of the plan')).id
  const offered = await until(async () => {
    const order = await (await as('county_officer')).get(`/api/orders/${story.order}`)
    return order.offers.length > 0 || order.status === 'UNMATCHED' ? order : undefined
  }, 'an offer', NEWS_MS)
  const officer = await openAs('county_officer', `/console/service/orders/${story.order}`)
  await officer.getByRole('heading', { name: '候选服务商' }).waitFor()
  await look(officer, '12-order')
  if (offered.offers.some((offer: any) => offer.providerId === organizationId && offer.status === 'OPEN')) {
    const page = await openAs('provider_dispatcher', '/console/service/dispatch')
    await page.getByRole('link', { name: /张工单等您答复/ }).click()
    await page.getByRole('link', { name: offered.number }).click() // the name is masked until the order is taken
    await page.getByRole('heading', { name: '请答复这张工单' }).waitFor()
    await look(page, '13-order-offered')
    await page.getByRole('button', { name: '接受工单' }).click()
    await page.getByText('已接单').first().waitFor()
  } else {
    // The wish was too far or full: the county gives the order by hand, and the provider need not answer.
    await assignOrder(officer, organizationId, '老人指定这家服务商')
  }
  await officer.reload()
  await officer.getByText('已接单').first().waitFor()
  await look(officer, '14-order-taken')
  story.visit = (await first('county_officer', `/api/visits?elder=${story.elder}&day=${story.day}`, 'the visit')).id
}

async function dispatch(): Promise<void> {
  await clockTo(story.day, '06:00')
  const page = await openAs('provider_dispatcher', `/console/service/dispatch?view=list&day=${story.day}`)
  const { displayName } = account('carer') as unknown as { displayName: string }
  const { carerId } = await (await as('carer')).get('/api/session')
  const from = await freeHour(carerId)
  await page.getByRole('button', { name: new RegExp(`派给… ${NAME}`) }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('上门时间').fill(from)
  await dialog.getByRole('radio', { name: new RegExp(displayName) }).check()
  await dialog.getByLabel(/原因/).fill('老人认识这位护理员')
  await look(page, '15-by-hand')
  await dialog.getByRole('button', { name: new RegExp(NAME) }).click()
  await dialog.waitFor({ state: 'hidden' })
  // The plan for all others leaves what a person has arranged.
  await page.getByRole('button', { name: '排一份计划' }).click()
  const pane = page.getByRole('region', { name: '计划与理由' })
  await look(page, '16-day-plan')
  await pane.getByRole('button', { name: '采纳计划' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '采纳计划' }).click()
  await page.getByText(/^已采纳/).waitFor()
  const planned = await (await as('provider_dispatcher')).get(`/api/visits/${story.visit}`)
  expect(planned.visit.carers.map((one: any) => one.name)).toEqual([displayName])
  story.from = new Date(Date.parse(planned.visit.plannedFrom) + 8 * 3_600_000).toISOString().slice(11, 16)
  await look(page, '17-published')
}

async function freeHour(carerId: string): Promise<string> {
  for (const hour of ['08:30', '09:30', '10:30', '14:00', '15:00', '16:00']) {
    const { options } = await (await as('provider_dispatcher')).get(`/api/dispatch/visits/${story.visit}/options?from=${hour}`)
    if (options.some((one: any) => one.carer.id === carerId && !one.rule)) return hour
  }
  throw new Error('the demo carer is free at no hour of that day')
}

async function visit(): Promise<void> {
  await clockTo(story.day, story.from)
  const { elder } = (await (await as('carer')).get('/api/my/visits')).visits.find((one: any) => one.id === story.visit)
  const page = await openAs('carer', '/carer/today', 'phone', { permissions: ['geolocation'], geolocation: { longitude: elder.lng, latitude: elder.lat } })
  await page.getByRole('link', { name: NAME, exact: true }).waitFor()
  await look(page, '18-today')
  await page.getByRole('link', { name: NAME, exact: true }).click()
  await page.getByRole('button', { name: '到了，定位签到' }).click()
  await page.getByText(/已签到$/).waitFor()
  await page.getByLabel('拍服务前照片').setInputFiles(await photo(page))
  await page.getByText('服务前照片 已拍').waitFor()
  await page.getByLabel('老人确认清洁范围和服务前状况').check()
  await page.getByRole('group', { name: SERVICE.name }).getByText('已做', { exact: true }).click()
  await look(page, '19-visit')
  const [hour, minute] = story.from.split(':').map(Number) as [number, number]
  await clockTo(story.day, `${String(hour + 1).padStart(2, '0')}:${String(minute).padStart(2, '0')}`)
  await page.reload()
  await page.getByText(/已签到$/).waitFor()
  await page.getByLabel('拍服务后照片').setInputFiles(await photo(page))
  await page.getByText('服务后照片 已拍').waitFor()
  await drawName(page)
  await look(page, '20-visit-signed')
  await page.getByRole('button', { name: '签退，结束这一单' }).click()
  await page.getByRole('heading', { name: '这一单已经做完。' }).waitFor()
  await page.getByText('全部已上传').or(page.getByRole('link', { name: '已全部上传' })).first().waitFor({ timeout: 30_000 })
  await look(page, '21-visit-done')
}

/** No two are alike: the same picture twice is what the verification looks for. */
async function photo(page: Page) {
  const picture = await page.evaluate(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 240 })
    const pen = canvas.getContext('2d')!
    for (let n = 0; n < 60; n++) {
      pen.fillStyle = `hsl(${Math.random() * 360}, 60%, 50%)`
      pen.fillRect(Math.random() * 320, Math.random() * 240, 60, 40)
    }
    return canvas.toDataURL('image/png').split(',')[1]!
  })
  return { name: 'photo.png', mimeType: 'image/png', buffer: Buffer.from(picture, 'base64') }
}

/** Nobody signs twice the same way. */
async function drawName(page: Page): Promise<void> {
  const box = page.getByRole('img', { name: '签字框' })
  await box.scrollIntoViewIfNeeded()
  const at = (await box.boundingBox())!
  await page.mouse.move(at.x + 30, at.y + 50)
  await page.mouse.down()
  for (let step = 1; step <= 8; step++) await page.mouse.move(at.x + 30 + step * 20, at.y + 40 + Math.random() * 80)
  await page.mouse.up()
  await page.getByRole('button', { name: '签好了' }).click()
  await page.getByText('已签字').waitFor()
}

async function verify(): Promise<void> {
  await clockTo(plusDays(story.day, 1), '06:00')
  const status = await until(async () => {
    const now = (await (await as('county_officer')).get(`/api/visits/${story.visit}`)).visit.status
    return now === 'CHECKED_OUT' ? undefined : now
  }, 'the verification', NEWS_MS)
  if (status !== 'CONFIRMED') await callBack()
  const page = await openAs('county_officer', `/console/service/visits/${story.visit}`)
  await page.getByText('没有发现异常。').waitFor()
  await page.getByText('已确认').first().waitFor()
  await look(page, '23-visit-confirmed')
}

/** A sample (or a finding) goes to the desk: the operator asks the elder and decides. */
async function callBack(): Promise<void> {
  const task = await first('hotline_operator', `/api/call-backs?status=OPEN&elder=${story.elder}`, 'the call-back')
  const page = await openAs('hotline_operator', `/console/response/call-backs/${task.id}`)
  await page.getByRole('button', { name: /领取/ }).click()
  await page.getByText(/由您领取/).waitFor()
  await page.getByLabel('接通', { exact: true }).check()
  await page.getByLabel('老人本人').check()
  await page.getByRole('button', { name: /登记这次拨打/ }).click()
  await page.getByText('已登记这次拨打').waitFor()
  for (const [question, answer] of [['那天有没有护理员上门', '来了'], ['约定的服务都做了吗', '都做了'], ['有没有另外向您收钱', '没有'], ['是在您家里服务的吗', '在家里'], ['当场签字确认', '当场签的']] as const) {
    const group = page.getByRole('group').filter({ hasText: question })
    if ((await group.count()) > 0) await group.last().getByLabel(answer, { exact: true }).check()
  }
  await page.getByLabel('服务属实').check()
  await look(page, '22-call-back')
  await page.getByRole('button', { name: /提交结论/ }).click()
  await page.getByText('已提交结论').waitFor()
}

async function readTimeline(): Promise<void> {
  const page = await openAs('village_worker', `/console/registry/elders/${story.elder}`)
  const list = page.getByRole('list', { name: '经历' })
  for (const step of ['需求登记', '能力评估', '资格认定', '计划确认', '生成工单', '匹配服务商', '派单', '上门服务', '核验']) await list.getByText(step).first().waitFor()
  await look(page, '24-elder')
}

async function endPlan(): Promise<void> {
  const page = await openAs('county_officer', `/console/need/plans/${story.plan}`)
  await page.getByRole('button', { name: '终止计划' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').last().fill('老人搬去女儿家住')
  await look(page, '25-plan-end')
  await dialog.getByRole('button', { name: new RegExp(NAME) }).click()
  await page.getByText('已终止').first().waitFor()
}

const nextMonth = (day: string) => plusDays(`${day.slice(0, 7)}-01`, 32).slice(0, 7)

async function score(): Promise<void> {
  const month = story.day.slice(0, 7)
  const { organizationId, organizationName } = await (await as('provider_dispatcher')).get('/api/session')
  await clockTo(`${nextMonth(story.day)}-03`, '08:00')
  const row = await first('county_officer', `/api/provider-scores?month=${month}&provider=${organizationId}`, 'the score of the month')
  story.score = row.id
  const page = await openAs('county_officer', `/console/oversight/scores?month=${month}`)
  await page.getByRole('link', { name: organizationName }).click()
  await page.getByText('公示期满自动定分').waitFor()
  await look(page, '26-score')
  await clockTo(plusDays(row.publicUntil > row.objectionUntil ? row.publicUntil : row.objectionUntil, 1), '08:00')
  await until(async () => ((await (await as('county_officer')).get(`/api/provider-scores/${story.score}`)).score.status === 'FINAL' ? true : undefined), 'the final score', NEWS_MS)
  await page.reload()
  await page.getByText('已定分').first().waitFor()
  await look(page, '27-score-final')
}

async function settle(): Promise<void> {
  const month = story.day.slice(0, 7)
  const { organizationName } = await (await as('provider_dispatcher')).get('/api/session')
  const page = await openAs('county_finance', `/console/funding/statements?month=${month}`)
  await page.getByRole('link', { name: organizationName }).click()
  await page.getByRole('heading', { name: '明细' }).waitFor()
  story.statement = idOf(page)
  await look(page, '28-statement')
  await page.getByRole('button', { name: '重新计算' }).click()
  // Money is signed without a mouse, too.
  await pressOn(page, page.getByRole('button', { name: '冻结结算单' }))
  await pressOn(page, page.getByRole('dialog').getByRole('button', { name: '冻结结算单' }))
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await pressOn(page, page.getByRole('button', { name: '复核通过' }))
  await look(page, '29-review')
  await pressOn(page, page.getByRole('dialog').getByRole('button', { name: '复核通过' }))
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await look(page, '30-reviewed')
  await page.getByRole('link', { name: '去组成付款批次' }).click()
  await page.getByRole('button', { name: '组成付款批次' }).click()
  await look(page, '31-batch-prepare')
  await page.getByRole('dialog').getByRole('button', { name: '组成付款批次' }).click()
  await page.getByRole('heading', { name: /付款批次 / }).waitFor()
  story.batch = idOf(page)
  await page.getByRole('row', { name: new RegExp(organizationName) }).waitFor()
  await look(page, '32-batch')
}

async function pay(): Promise<void> {
  const { publicityUntil, number } = await (await as('city_finance')).get(`/api/payment-batches/${story.batch}`)
  const day = plusDays(publicityUntil, 1)
  await clockTo(day, '09:00')
  const page = await openAs('city_finance', `/console/funding/payments`)
  await page.getByRole('link', { name: number }).click()
  await page.getByRole('button', { name: '审批通过' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '审批通过' }).click()
  await page.getByText(/后生成付款文件，此前可以撤回/).waitFor()
  expect(await page.getByRole('button', { name: '生成付款文件' }).count()).toBe(0)
  await look(page, '33-approved')
  await clockTo(day, '09:30')
  await page.reload()
  await page.getByRole('button', { name: '生成付款文件' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '生成付款文件' }).click()
  const arriving = page.waitForEvent('download')
  await page.getByRole('link', { name: '下载付款文件' }).click()
  const file = await (await arriving).createReadStream()
  let text = ''
  for await (const chunk of file) text += chunk
  await page.getByLabel('上传回盘文件').setInputFiles({ name: 'return.csv', mimeType: 'text/csv', buffer: Buffer.from(bankSays(text)) })
  await page.getByText('回盘已入账').waitFor()
  await page.getByText('已入账').first().waitFor()
  await look(page, '34-paid')
}

/** A bank that pays every line (docs/contracts/bank-file.md). */
function bankSays(file: string): string {
  const lines = file.split('\r\n').map((line) => line.split(',')).filter((fields) => /^\d+$/.test(fields[1] ?? ''))
  return ['batch,line,state,reason', ...lines.map((fields) => `${fields[0]},${fields[1]},paid,`)].map((line) => `${line}\r\n`).join('')
}

async function rate(): Promise<void> {
  const page = await openAs('county_officer', `/console/service/cases/${story.careCase}`)
  await page.getByText(/等待：效果反馈/).waitFor()
  await look(page, '35-case-waits-for-rating')
  await page.getByRole('link', { name: '去登记评价' }).click()
  await page.getByRole('link', { name: /^SM/ }).first().click()
  await page.getByRole('button', { name: '登记评价' }).click()
  await page.getByRole('radio', { name: '很满意', exact: true }).check()
  await page.getByLabel(/老人怎么说/).fill('打扫得干净，人也和气')
  await page.getByRole('button', { name: '登记评价' }).click()
  await page.getByText('5 分').waitFor()
  await look(page, '36-rated')
}

async function close(): Promise<void> {
  const page = await openAs('county_officer', `/console/service/cases/${story.careCase}`)
  await page.getByRole('button', { name: '结案', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('服务结束').check()
  await dialog.getByLabel('说明').fill('老人搬去女儿家，服务结束')
  await dialog.getByRole('button', { name: /^结案 AL/ }).click()
  await page.getByText(/已结案：服务结束/).waitFor()
  const steps = page.getByRole('region', { name: '全部环节记录' })
  for (const step of ['需求登记', '能力评估', '资格认定', '计划确认', '生成工单', '匹配服务商', '派单', '上门服务', '核验', '运行评估', '结算', '拨付', '效果反馈']) await steps.getByText(step).first().waitFor()
  expect(await page.getByRole('list', { name: '办到哪一步' }).getByText('已完成').count()).toBe(13)
  await look(page, '37-closed')
  for (const [step, at] of [['运行评估', `/oversight/scores/${story.score}`], ['拨付', `/funding/statements/${story.statement}`], ['效果反馈', `/service/visits/${story.visit}`]] as const) {
    expect(await steps.getByRole('link', { name: step }).first().getAttribute('href')).toContain(at)
  }
  await page.goto('/console/service/cases?status=CLOSED')
  await page.getByRole('row', { name: new RegExp(NAME) }).first().waitFor()
  await page.goto('/console/service/loop')
  await page.getByText('走到哪一步：各区域转化').waitFor()
  await look(page, '38-loop')
  await page.goto(`/console/registry/elders/${story.elder}`)
  const list = page.getByRole('list', { name: '经历' })
  for (const step of ['拨付', '效果反馈', '结案']) await list.getByText(step).first().waitFor()
  await look(page, '39-elder')
}
