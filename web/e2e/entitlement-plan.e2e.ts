import { expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { account, checkPage, open, openAs, setLooks, shot, signIn } from './harness'

/** What the page's own sign-in may ask of the server, for preparing a case that another journey is about. */
async function ask<Answer>(page: Page, method: string, path: string, body?: unknown): Promise<Answer> {
  const { status, text } = await page.evaluate(
    async ([m, p, b]) => {
      const answer = await fetch(p!, { method: m, headers: { 'content-type': 'application/json', 'Idempotency-Key': crypto.randomUUID() }, ...(b ? { body: b } : {}) })
      return { status: answer.status, text: await answer.text() }
    },
    [method, path, body === undefined ? '' : JSON.stringify(body)],
  )
  if (status >= 400) throw new Error(`${method} ${path}: ${status} ${text}`)
  return (text ? JSON.parse(text) : undefined) as Answer
}

interface Listed {
  items: { id: string; name: string }[]
}

/** An elder at home whose level gives an entitlement, without a plan, with an open case. */
async function anElder(page: Page): Promise<{ id: string; name: string }> {
  const found = await Promise.all(['MODERATE', 'SEVERE', 'COMPLETE'].map((level) => ask<Listed>(page, 'GET', `/api/elders?level=${level}&size=50`)))
  for (const elder of found.flatMap((listed) => listed.items)) {
    const plans = await ask<{ total: number }>(page, 'GET', `/api/care-plans?elder=${elder.id}`)
    const full = await ask<{ livingSituation: string }>(page, 'GET', `/api/elders/${elder.id}`)
    if (plans.total > 0 || full.livingSituation === 'IN_CARE_HOME') continue
    await ask(page, 'POST', '/api/needs', { elderId: elder.id, services: ['CLEANING'], urgency: 'ORDINARY', contact: 'CALL_ELDER', askedBy: 'ELDER', supplement: true })
    return elder
  }
  throw new Error('no such elder')
}

it('a county officer sees why, confirms, plans beyond the entitlement only with a yes, and records it', async () => {
  const page = await openAs('county_officer', '/console/need/entitlements')
  await page.getByRole('heading', { name: /资格与测算/ }).waitFor()
  await checkPage(page)
  const elder = await anElder(page)

  await page.goto(`/console/need/entitlements/${elder.id}`)
  await page.getByRole('heading', { level: 1, name: `${elder.name} 的资格与待遇` }).waitFor()
  await page.getByRole('button', { name: /测算$/ }).click()
  await page.getByText('测算依据的事实').waitFor()
  await page.getByText('为什么').first().click()
  await page.getByText('home-care-hours.level-table', { exact: false }).first().waitFor()
  await page.getByText('用到的数字').click()
  await checkPage(page)
  await shot(page, 'entitlements-of-elder', true)
  const confirm = page.getByRole('button', { name: '确认', exact: true })
  if (await confirm.isVisible()) {
    await confirm.click()
    await page.getByRole('button', { name: '确认 1 人的待遇' }).click()
    await page.getByText('已确认 1 人').waitFor()
  }

  await page.goto(`/console/registry/elders/${elder.id}`)
  await page.getByText('本月还剩', { exact: false }).first().waitFor()
  await page.getByText('还没有生效的计划。').waitFor()
  await checkPage(page)
  await shot(page, 'elder-cards', true)

  await page.getByRole('link', { name: '制定照护计划' }).click()
  await page.getByRole('heading', { level: 1, name: `为 ${elder.name} 制定照护计划` }).waitFor()
  await page.getByLabel('服务', { exact: true }).selectOption('PERSONAL_CARE')
  await page.getByLabel('每次数量（小时）').fill('4')
  for (const day of ['周一', '周三', '周五', '周六', '周日']) await page.getByLabel(day).check()
  await page.getByText(/超出 .*由老人自己付/).first().waitFor()
  await checkPage(page)
  await page.getByRole('button', { name: '提交给老人确认' }).click()
  await page.getByText(/超出 .*老人当月要自己付/).waitFor()
  expect(await page.getByLabel('每次数量（小时）').inputValue()).toBe('4')
  await shot(page, 'plan-editor', true)
  await page.getByLabel('老人同意自己付超出的部分').check()
  await page.getByRole('button', { name: '提交给老人确认' }).click()

  await page.getByRole('heading', { level: 1, name: `${elder.name} 的照护计划` }).waitFor()
  await checkPage(page)
  await page.getByRole('button', { name: '记录老人同意' }).click()
  await page.getByRole('textbox', { name: '经过' }).fill('与女儿通话，逐项念过，同意')
  await page.getByRole('button', { name: '记录同意，计划生效' }).click()
  await page.getByText('已生效。').waitFor()
  await shot(page, 'plan', true)
  await page.goto('/console/need/plans')
  await page.getByRole('link', { name: elder.name, exact: true }).first().waitFor()
  await checkPage(page)
  await shot(page, 'plans')
})

it('an elder reads the plan in plain words, asks for a change, then says yes', async () => {
  const officer = await openAs('county_officer', '/console/')
  const mine = await open('/m/sign-in', 'phone')
  await signIn(mine, account('elder'))
  const me = (await ask<{ elderIds: string[] }>(mine, 'GET', '/api/session')).elderIds[0]!
  const open1 = (await ask<{ items: { id: string; version: number; status: string }[] }>(officer, 'GET', `/api/care-plans?elder=${me}`)).items.find((plan) => ['DRAFT', 'PROPOSED', 'CHANGE_WANTED'].includes(plan.status))
  if (open1) await ask(officer, 'DELETE', `/api/care-plans/${open1.id}?version=${open1.version}`)
  await ask(officer, 'POST', '/api/needs', { elderId: me, services: ['CLEANING'], urgency: 'ORDINARY', contact: 'CALL_ELDER', askedBy: 'ELDER', supplement: true })
  // A plan is put before the elder once it is known what they are entitled to.
  const { proposal } = await ask<{ proposal?: string }>(officer, 'POST', `/api/elders/${me}/entitlement-computations`, {})
  if (proposal) await ask(officer, 'POST', '/api/entitlement-proposals/decisions', { ids: [proposal], decision: 'CONFIRM', reason: '核对无误' })
  const day = (await ask<{ businessNow: string }>(officer, 'GET', '/api/city')).businessNow.slice(0, 10)
  const items = [
    { service: 'CLEANING', weekdays: [1, 3], units: 1, windowFrom: '09:00', windowTo: '11:00', wishes: '希望女护理员' },
    { service: 'MEAL', weekdays: [1, 2, 3, 4, 5, 6, 7], units: 1, windowFrom: '11:00', windowTo: '12:00' },
  ]
  const plan = (await ask<{ plan: { id: string; version: number } }>(officer, 'POST', '/api/care-plans', { elderId: me, fromOn: day, items, ownShareAccepted: true })).plan
  await ask(officer, 'POST', `/api/care-plans/${plan.id}/proposal`, { version: plan.version, ownShareAccepted: true })

  await mine.goto('/m/')
  await mine.getByRole('link', { name: /待确认/ }).click()
  await mine.getByText('每周一、三上午，上门做助洁，每次 1 个小时。').waitFor()
  await mine.getByText(/您每月自己最多付 .* 元。|您不用自己付钱。/).first().waitFor() // an earlier journey may have left a plan to confirm, too
  await checkPage(mine)
  await shot(mine, 'm-plan', true)
  await mine.getByRole('button', { name: '想改一改' }).click()
  await mine.getByRole('button', { name: '告诉社区' }).click()
  await mine.getByText('请写一句想怎么改').waitFor()
  await mine.getByLabel('想怎么改？').fill('周一要去医院，想改到周二')
  await mine.getByRole('button', { name: '告诉社区' }).click()
  await mine.getByText('已经告诉社区').waitFor()
  await checkPage(mine)

  const version = (await ask<{ plan: { version: number } }>(officer, 'GET', `/api/care-plans/${plan.id}`)).plan.version
  await ask(officer, 'PUT', `/api/care-plans/${plan.id}`, { version, fromOn: day, items: [{ ...items[0]!, weekdays: [2, 3] }, items[1]], ownShareAccepted: true })
  await ask(officer, 'POST', `/api/care-plans/${plan.id}/proposal`, { version: version + 1, ownShareAccepted: true })
  await mine.goto('/m/plans')
  await mine.getByText('每周二、三上午，上门做助洁，每次 1 个小时。').waitFor()
  await setLooks(mine, 'm', { text: 'largest' })
  await mine.setViewportSize({ width: 320, height: 640 })
  await mine.getByRole('button', { name: '同意，就这样办' }).waitFor()
  await checkPage(mine)
  await shot(mine, 'm-plan-largest', true)
  await mine.getByRole('button', { name: '同意，就这样办' }).click()
  await mine.getByText('已经同意').waitFor()
  await mine.getByText('现在的安排').waitFor()
  await checkPage(mine)
})
