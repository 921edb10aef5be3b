/** Makes visits the way people do, over the public API: a need, one order, the provider's yes, a carer and a time. */
import { randomUUID } from 'node:crypto'
import { account, baseUrl, type Role } from './harness'

export interface Caller {
  get: <Answer = any>(path: string) => Promise<Answer>
  post: <Answer = any>(path: string, body: unknown) => Promise<Answer>
  put: <Answer = any>(path: string, body: unknown) => Promise<Answer>
}

/** Somebody of this role, signed in. A refusal fails the test with the server's own words. */
export async function apiAs(role: Role): Promise<Caller> {
  const entered = await fetch(`${baseUrl}/api/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(account(role)) })
  const cookie = entered.headers.get('set-cookie')!.split(';')[0]!
  const send = async (method: string, path: string, body?: unknown) => {
    const answer = await fetch(baseUrl + path, {
      method,
      headers: { cookie, ...(body === undefined ? {} : { 'content-type': 'application/json', 'Idempotency-Key': randomUUID() }) },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${role} ${method} ${path}: ${answer.status} ${text}`)
    return text ? JSON.parse(text) : undefined
  }
  return { get: (path) => send('GET', path), post: (path, body) => send('POST', path, body), put: (path, body) => send('PUT', path, body) }
}

export interface MadeVisit {
  id: string
  elderId: string
  elder: string
  day: string
}

/** Today's day of the running server's clock. */
export async function businessDay(): Promise<string> {
  const { businessNow } = await (await fetch(`${baseUrl}/api/city`)).json()
  return new Date(Date.parse(businessNow) + 8 * 3_600_000).toISOString().slice(0, 10)
}

/** A visit of the demo provider on that day, agreed and not yet given to anybody. Each call takes another elder. */
export async function orderedVisit(service: string, day: string, windowFrom = '08:00', windowTo = '17:00'): Promise<MadeVisit> {
  const officer = await apiAs('county_officer')
  const dispatcher = await apiAs('provider_dispatcher')
  const { organizationId } = await dispatcher.get('/api/session')
  const elder = await someElder(officer, dispatcher)
  await officer.post('/api/needs', { elderId: elder.id, services: [service], urgency: 'ORDINARY', contact: 'CALL_FAMILY', words: '家人临时外出', askedBy: 'FAMILY', supplement: false })
  const { id: order } = await officer.post('/api/orders', { elderId: elder.id, service, units: 1, day, windowFrom, windowTo, wishedProviderId: organizationId, elderPays: true, reason: '家人临时外出' })
  await dispatcher.post(`/api/orders/${order}/offers/1/answer`, { accept: true })
  const { items } = await dispatcher.get(`/api/visits?day=${day}&order=${order}&elder=${elder.id}&size=100`)
  const visit = items.find((one: any) => (one.elder?.id ?? one.elderId) === elder.id)
  return { id: visit.id, elderId: elder.id, elder: elder.name, day }
}

const taken = new Set<string>()

async function someElder(officer: Caller, dispatcher: Caller): Promise<{ id: string; name: string }> {
  const { items: served } = await dispatcher.get('/api/visits?size=100')
  for (const visit of served) taken.add(visit.elder?.id ?? visit.elderId)
  for (let page = 1; page < 20; page++) {
    const { items } = await officer.get(`/api/elders?status=LIVING&size=50&page=${page}`)
    const found = items.find((one: any) => !taken.has(one.id))
    if (found) {
      taken.add(found.id)
      return found
    }
  }
  throw new Error('no elder left without a visit')
}

/** Gives a visit to the demo carer, at the first hour of the day nothing forbids. */
export async function givenToCarer(visit: MadeVisit, role: 'carer' = 'carer'): Promise<string> {
  const { carerId } = await (await apiAs(role)).get('/api/session')
  const dispatcher = await apiAs('provider_dispatcher')
  for (let hour = 7; hour < 20; hour++) {
    for (const minute of ['00', '30']) {
      const from = `${String(hour).padStart(2, '0')}:${minute}`
      const { options } = await dispatcher.get(`/api/dispatch/visits/${visit.id}/options?from=${from}`)
      const own = options.find((one: any) => one.carer.id === carerId)
      if (!own || own.rule) continue
      await dispatcher.post('/api/dispatch/assignments', { visit: visit.id, carers: [carerId], from: `${visit.day}T${from}:00+08:00` })
      return from
    }
  }
  throw new Error('the demo carer is free at no hour of that day')
}
