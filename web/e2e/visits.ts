/** Makes visits the way people do, over the public API: a need, one order, the provider's yes, a carer and a time. */
import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { account, baseUrl, checkPage, type Role } from './harness'

export interface Caller {
  get: <Answer = any>(path: string) => Promise<Answer>
  post: <Answer = any>(path: string, body: unknown) => Promise<Answer>
  put: <Answer = any>(path: string, body: unknown) => Promise<Answer>
  remove: <Answer = any>(path: string) => Promise<Answer>
}

/** Somebody of this role, signed in. A refusal fails the test with the server's own words. */
export async function apiAs(role: Role): Promise<Caller> {
  const entered = await fetch(`${baseUrl}/api/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(account(role)) })
  const cookie = entered.headers.get('set-cookie')!.split(';')[0]!
  const send = async (method: string, path: string, body?: unknown) => {
    const answer = await fetch(baseUrl + path, {
      method,
      headers: { cookie, ...(method === 'GET' ? {} : { 'content-type': 'application/json', 'Idempotency-Key': randomUUID() }) },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${role} ${method} ${path}: ${answer.status} ${text}`)
    return text ? JSON.parse(text) : undefined
  }
  return { get: (path) => send('GET', path), post: (path, body) => send('POST', path, body), put: (path, body) => send('PUT', path, body), remove: (path) => send('DELETE', path) }
}

/** Names the provider of an order on its page, in spite of what the rules of matching say against it. */
export async function assignOrder(page: Page, provider: string | { index: number }, reason: string): Promise<void> {
  await page.getByLabel('服务商', { exact: true }).selectOption(provider)
  await page.getByLabel('指定的原因', { exact: true }).fill(reason)
  await page.getByRole('button', { name: '指定这家服务商', exact: true }).click()
  const despite = page.getByLabel('知道上面的情况，仍然指定这家')
  await page.getByText('已接单').or(despite).first().waitFor()
  if (await despite.isVisible()) {
    await checkPage(page)
    await despite.check()
    await page.getByRole('button', { name: '指定这家服务商', exact: true }).click()
  }
  await page.getByText('已接单').first().waitFor()
}

export interface MadeVisit {
  id: string
  elderId: string
  elder: string
  day: string
}

/** 1 = Monday to 7. */
export function weekdayOf(day: string): number {
  return new Date(day).getUTCDay() || 7
}

/** Today's day of the running server's clock. */
export async function businessDay(): Promise<string> {
  const { businessNow } = await (await fetch(`${baseUrl}/api/city`)).json()
  return new Date(Date.parse(businessNow) + 8 * 3_600_000).toISOString().slice(0, 10)
}

/** So many days from today of the running server's clock; before it with less than none. */
export async function dayAhead(days: number): Promise<string> {
  return new Date(Date.parse(`${await businessDay()}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** Tomorrow if the demo carer works then, else today: the phone holds both, and tomorrow has all its hours left. */
export async function carersDay(): Promise<string> {
  const today = await businessDay()
  const days: { day: string; shifts: unknown[] }[] = await (await apiAs('carer')).get(`/api/my/shifts?from=${today}`)
  return days[1]!.shifts.length > 0 ? days[1]!.day : today
}

/** Working days of the demo carer, four or more from today, that most journeys leave alone. */
export async function quietDays(): Promise<string[]> {
  const days: { day: string; shifts: unknown[] }[] = await (await apiAs('carer')).get(`/api/my/shifts?from=${await businessDay()}`)
  return days.slice(4).filter((one) => one.shifts.length > 0).map((one) => one.day)
}

const PATIENCE_MS = 20_000

/** Asks again until the answer is there: the steps of the loop follow each other by news between modules. */
export async function until<Answer>(ask: () => Promise<Answer | undefined>, what: string, patienceMs = PATIENCE_MS): Promise<Answer> {
  const deadline = Date.now() + patienceMs
  for (;;) {
    const answer = await ask()
    if (answer !== undefined) return answer
    if (Date.now() > deadline) throw new Error(`still waiting for ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}

/** A visit of the demo provider on that day, agreed and not yet given to anybody; each call takes another elder through need, entitlement, plan and order. Once a week, unless said otherwise: the days of few carers fill up. */
export async function orderedVisit(service: string, day: string, weekdays = [weekdayOf(day)]): Promise<MadeVisit> {
  const officer = await apiAs('county_officer')
  const dispatcher = await apiAs('provider_dispatcher')
  const { organizationId } = await dispatcher.get('/api/session')
  const elder = await elderWithoutPlan(officer, organizationId, service === 'COMFORT' ? 0 : LEFT_TO_COMFORT)
  const { caseId } = await officer.post('/api/needs', { elderId: elder.id, services: [service], urgency: 'ORDINARY', contact: 'CALL_FAMILY', askedBy: 'FAMILY', supplement: true })
  await until(async () => ((await officer.get(`/api/cases/${caseId}`)).careCase.step !== 'ASSESSED' ? true : undefined), 'the level to be used again')
  await until(() => granted(officer, elder.id), 'the entitlement')
  const items = [{ service, weekdays, units: 1, windowFrom: '08:00', windowTo: '17:00', wishedProvider: organizationId }]
  const { plan } = await officer.post('/api/care-plans', { elderId: elder.id, fromOn: day, items, ownShareAccepted: true })
  const proposed = await officer.post(`/api/care-plans/${plan.id}/proposal`, { version: plan.version, ownShareAccepted: true })
  await officer.post(`/api/care-plans/${plan.id}/acceptance`, { version: proposed.plan.version, how: 'PHONE', note: '与女儿通话，同意' })
  const order = await until(async () => (await officer.get(`/api/orders?elder=${elder.id}&size=100`)).items.find((one: any) => one.service === service), 'the order')
  // The wish is asked first where distance and capacity allow; elsewhere the county gives the order by hand.
  await officer.post(`/api/orders/${order.id}/assignment`, { providerId: organizationId, reason: '按老人意愿指定', despite: true })
  const visit = await until(async () => (await dispatcher.get(`/api/visits?day=${day}&elder=${elder.id}&size=100`)).items[0], 'the visit')
  return { id: visit.id, elderId: elder.id, elder: elder.name, day }
}

/** A need works out anew what a level in force grants: the proposal that is open now is the one to confirm. */
async function granted(officer: Caller, elder: string): Promise<true | undefined> {
  const { items } = await officer.get(`/api/entitlement-proposals?status=PROPOSED&elder=${elder}`)
  if (items.length === 0) return undefined
  const { confirmed } = await officer.post('/api/entitlement-proposals/decisions', { ids: [items[0].id], decision: 'CONFIRM', reason: '核对无误' })
  return confirmed === 1 ? true : undefined
}

/** The nearest elders get COMFORT only: with it the journeys fill the demo carer's one day, and their ways must be short in whatever order the journeys run. */
const LEFT_TO_COMFORT = 12

let near: { id: string; name: string }[] | undefined

/** Somebody living at home with no plan in work, to whom the rules grant something; nearest to the provider first: a day of short ways holds many visits. */
async function elderWithoutPlan(officer: Caller, provider: string, after: number): Promise<{ id: string; name: string }> {
  near ??= await nearestFirst(officer, provider)
  for (const elder of near.slice(after)) {
    if ((await officer.get(`/api/care-plans?elder=${elder.id}`)).total > 0) continue
    const { proposal, conclusion } = await officer.post(`/api/elders/${elder.id}/entitlement-computations`, {})
    if (proposal && conclusion !== 'NOTHING' && conclusion !== 'UNDECIDABLE') return elder
  }
  throw new Error('no elder left with a level in force and without a plan; start on a fresh city')
}

async function nearestFirst(officer: Caller, provider: string): Promise<{ id: string; name: string }[]> {
  const { lng, lat } = await officer.get(`/api/providers/${provider}`)
  const today = await businessDay() // on a city whose clock was moved on, levels have run out
  const found: { id: string; name: string; away: number }[] = []
  for (const level of ['MODERATE', 'SEVERE', 'COMPLETE', 'MILD', 'INTACT']) {
    for (const { id, name } of (await officer.get(`/api/elders?level=${level}&status=LIVING&size=50`)).items) {
      const { position, livingSituation, levelValidUntil } = await officer.get(`/api/elders/${id}`)
      if (position && levelValidUntil > today && livingSituation !== 'IN_CARE_HOME') found.push({ id, name, away: Math.hypot((position.lng - lng) * 0.86, position.lat - lat) })
    }
  }
  return found.sort((a, b) => a.away - b.away)
}

/** Gives a visit to the demo carer, at the first hour of the day nothing forbids. */
export async function givenToCarer(visit: MadeVisit, role: 'carer' = 'carer'): Promise<string> {
  const { carerId } = await (await apiAs(role)).get('/api/session')
  const dispatcher = await apiAs('provider_dispatcher')
  const { visits } = await dispatcher.get(`/api/dispatch/day?day=${visit.day}`)
  for (const other of visits) {
    if (!other.carers.some((one: any) => one.id === carerId)) continue
    // What another journey left unbegun makes room; what has begun stays.
    await dispatcher.remove(`/api/dispatch/assignments/${other.id}?reason=${encodeURIComponent('腾出时间')}`).catch(() => undefined)
  }
  const why = new Set<string>()
  for (let hour = 7; hour < 20; hour++) {
    for (const minute of ['00', '30']) {
      const from = `${String(hour).padStart(2, '0')}:${minute}`
      const { options } = await dispatcher.get(`/api/dispatch/visits/${visit.id}/options?from=${from}`)
      const own = options.find((one: any) => one.carer.id === carerId)
      if (!own || own.rule) {
        why.add(own?.rule ?? 'not among the carers')
        continue
      }
      await dispatcher.post('/api/dispatch/assignments', { visit: visit.id, carers: [carerId], from: `${visit.day}T${from}:00+08:00` })
      return from
    }
  }
  throw new Error(`the demo carer is free at no hour of ${visit.day}: ${[...why].join(', ')}`)
}

/** A visit that the rules find abnormal: checked in without a position, checked out at once, without proof. */
export async function abnormalVisit(): Promise<MadeVisit> {
  const visit = await orderedVisit('COMFORT', await carersDay())
  await givenToCarer(visit)
  const carer = await apiAs('carer')
  const { businessNow } = await (await fetch(`${baseUrl}/api/city`)).json()
  const at = (seconds: number) => new Date(Date.parse(businessNow) + seconds * 1000).toISOString()
  const event = (kind: string, seq: number, more: object) => ({ id: randomUUID(), kind, seq, deviceAt: at(seq - 5), ...more })
  const sent = await carer.post(`/api/visits/${visit.id}/events`, { events: [event('CHECK_IN', 1, { method: 'NO_POSITION', text: '老人家里没有信号' }), event('CHECK_OUT', 2, { fields: { visitNote: '陪聊' } })] })
  if (sent.events.some((one: any) => one.state !== 'STORED')) throw new Error(`not kept: ${JSON.stringify(sent.events)}`)
  return visit
}

export async function callBackOf(visit: MadeVisit): Promise<string> {
  const operator = await apiAs('hotline_operator')
  return until(async () => (await operator.get(`/api/call-backs?elder=${visit.elderId}`)).items.find((one: any) => one.visitId === visit.id)?.id, 'the call-back of the abnormal visit')
}
