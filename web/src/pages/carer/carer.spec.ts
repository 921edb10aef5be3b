import { describe, expect, it } from 'vitest'
import type { OutboxEntry, OutboxEvent } from '@/app/outbox'
import { network } from '@/testing/page'
import { changesBetween } from './changes'
import { inBounds, missing, progressOf, stageOf, visitPath } from './progress'
import { sendActs } from './visitPost'
import type { PhoneVisit, ProofField, VisitAct } from './visitShapes'

const bath: ProofField[] = [
  { field: 'temperature', label: '体温', kind: 'number', from: 34, to: 43, choices: [] },
  { field: 'second', label: '第二名护理员', kind: 'carer', choices: [] },
  { field: 'before', label: '服务前照片', kind: 'photo', choices: [] },
  { field: 'agreed', label: '老人确认', kind: 'confirmation', choices: [] },
  { field: 'done', label: '所做项目', kind: 'choices', choices: ['洗漱', '喂食'] },
]

function aVisit(change: Partial<PhoneVisit> = {}): PhoneVisit {
  return {
    id: 'v1', number: 'SM1', elder: { id: 'e1', name: '王秀兰', sex: 'FEMALE', age: 84, regionName: '织里镇', pinSet: false, toCall: [] }, service: 'BATHING', serviceName: '助浴', units: 1, unit: '次',
    durationMinutes: 90, day: '2026-11-23', windowFrom: '09:00', windowTo: '10:00', plannedFrom: '2026-11-23T09:00:00+08:00', crew: 2, carers: [], colleagues: [], items: [], beforeStart: bath, atCheckOut: [],
    status: 'ASSIGNED', recorded: { fields: {}, items: [], signed: false, eventIds: [] }, ...change,
  }
}

function entry(order: number, act: Partial<VisitAct>, state: OutboxEntry['state'] = 'waiting', path = visitPath('v1')): OutboxEntry {
  return { id: `x${order}`, account: 'a', order, deviceTime: '', path, label: '签到', state, reason: state === 'refused' ? '还没有签到' : undefined, body: { deviceAt: `2026-11-23T09:0${order}:00+08:00`, ...act } }
}

describe('how far a visit is', () => {
  it('follows from the server and the phone together, the later answer counting', () => {
    const visit = aVisit({ recorded: { checkedInAt: '2026-11-23T09:00:00+08:00', fields: { temperature: 36.1 }, items: [{ key: '洗漱', state: 'DONE' }], signed: false, eventIds: ['x0'] } })
    const progress = progressOf(visit, [entry(1, { kind: 'VITALS', fields: { temperature: 36.8 } }), entry(2, { kind: 'ITEM', items: [{ key: '洗漱', state: 'DECLINED', reason: '老人说不需要' }] }), entry(3, { kind: 'SIGNATURE' })])
    expect([progress.fields.temperature, progress.tasks['洗漱']!.state, progress.signed, progress.waiting]).toEqual([36.8, 'DECLINED', true, 3])
    expect(stageOf(visit, progress)).toBe('OPEN')
  })

  it('keeps what the server said about an act it took', () => {
    const taken = { ...entry(1, { kind: 'CHECK_IN' }, 'sent'), reason: '这次上门没有派给您，签到已保留。' }
    expect(progressOf(aVisit(), [taken]).notices).toEqual(['这次上门没有派给您，签到已保留。'])
    expect(progressOf(aVisit(), [taken]).refused).toEqual([])
  })

  it('takes nothing from refused acts or from other visits, and says what was refused', () => {
    const progress = progressOf(aVisit(), [entry(1, { kind: 'CHECK_OUT' }, 'refused'), entry(2, { kind: 'CHECK_IN' }, 'sent', visitPath('v2'))])
    expect([progress.checkedInAt, progress.checkedOutAt, progress.refused]).toEqual([undefined, undefined, ['签到：还没有签到']])
  })

  it('knows what is still to be proved', () => {
    const lacking = (acts: Partial<VisitAct>[]) => missing(bath, progressOf(aVisit(), acts.map((act, at) => entry(at, act)))).map((field) => field.field)
    expect(lacking([])).toEqual(['temperature', 'second', 'before', 'agreed', 'done'])
    expect(lacking([{ kind: 'VITALS', fields: { temperature: 33.9, second: 'me' } }])).toContain('temperature')
    expect(lacking([{ kind: 'VITALS', fields: { temperature: 34, second: '' } }])).toContain('second')
    expect(lacking([{ kind: 'VITALS', fields: { temperature: 34, second: 'me' } }])).not.toContain('second') // a colleague named me: nobody can choose themselves
    expect(lacking([{ kind: 'VITALS', fields: { temperature: 43, second: 'other' } }, { kind: 'PHOTO', fields: { before: true } }, { kind: 'SIGNATURE' }, { kind: 'ITEM', items: [{ key: '喂食', state: 'DONE' }] }])).toEqual([])
    expect([inBounds(bath[0]!, Number.NaN), inBounds(bath[0]!, 43.1)]).toEqual([false, false])
  })
})

describe('what is agreed before, and when things happened', () => {
  const field = (name: string, kind: ProofField['kind'], notBefore?: string): ProofField => ({ field: name, label: name, kind, choices: [], notBefore })
  const lackingOf = (asked: ProofField[], ...acts: Partial<VisitAct>[]) => missing(asked, progressOf(aVisit(), acts.map((act, at) => entry(at, act)))).map((one) => one.field)

  it('asks the elder before the service; the signature at its end does not stand for it', () => {
    const agreed = [field('before', 'agreement')]
    expect(lackingOf(agreed, { kind: 'SIGNATURE' })).toEqual(['before'])
    expect(lackingOf(agreed, { kind: 'VITALS', fields: { before: true } })).toEqual([])
  })

  it('takes no moment that lies before the one it follows', () => {
    const trip = [field('departedAt', 'moment'), field('arrivedAt', 'moment', 'departedAt')]
    const at = (clock: string) => `2026-11-23T${clock}:00+08:00`
    expect(lackingOf(trip, { kind: 'VITALS', fields: { departedAt: at('09:00'), arrivedAt: at('08:59') } })).toEqual(['arrivedAt'])
    expect(lackingOf(trip, { kind: 'VITALS', fields: { departedAt: at('09:00'), arrivedAt: at('09:00') } })).toEqual([])
  })
})

describe('changes of the plan', () => {
  it('are what was added, moved and taken away on days the phone knew', () => {
    const old = [aVisit(), aVisit({ id: 'v2' }), aVisit({ id: 'v3', day: '2026-11-22' })]
    const fresh = [aVisit({ plannedFrom: '2026-11-23T10:00:00+08:00' }), aVisit({ id: 'v4' })]
    expect(changesBetween(old, fresh, ['2026-11-23'], 'now').map((change) => [change.visit, change.kind])).toEqual([['v1', 'MOVED'], ['v4', 'ADDED'], ['v2', 'REMOVED']])
    expect(changesBetween(old, old.slice(0, 2), ['2026-11-23'], 'now')).toEqual([])
  })
})

describe('sending', () => {
  const event = (id: string, body: Record<string, unknown>): OutboxEvent => ({ id, account: 'a', order: 1, deviceTime: '', path: visitPath('v1'), label: '', body })

  it('brings pictures first, keeps their numbers, and answers every act in order', async () => {
    const amended: OutboxEvent[] = []
    const asked = network(({ path }) => (path === '/api/files' ? { status: 201, body: { id: 'f1' } } : { body: { events: [{ id: 'b', state: 'REFUSED', why: { code: 'x', sentence: '缺照片', again: true } }, { id: 'a', state: 'ALREADY' }, { id: 'c', state: 'REFUSED', why: { code: 'y', sentence: '已取消', again: false } }] } }))
    // A file goes past the shared client: FormData is told to fetch as it is.
    const shared = globalThis.fetch
    globalThis.fetch = (async (input: RequestInfo | URL, init?: RequestInit) => shared(input instanceof Request ? input : new Request(`http://localhost${String(input)}`, { ...init, body: '{}' }))) as typeof fetch
    const outcomes = await sendActs([event('a', { kind: 'PHOTO', picture: 'data:image/jpeg;base64,/9j/' }), event('b', { kind: 'ITEM' }), event('c', { kind: 'NOTE' })], async (kept) => void amended.push(kept))
    expect(outcomes).toEqual([{ state: 'sent', notice: undefined }, { state: 'again', reason: '缺照片' }, { state: 'refused', reason: '已取消' }])
    expect(amended.map((kept) => [kept.body.fileId, kept.body.picture])).toEqual([['f1', undefined]])
    expect(asked.map((call) => call.path)).toEqual(['/api/files', '/api/visits/v1/events'])
    expect((asked[1]!.body as { events: { id: string; fileId?: string }[] }).events.map((sent) => [sent.id, sent.fileId])).toEqual([['a', 'f1'], ['b', undefined], ['c', undefined]])
  })

  it('stops without a line, so that everything stays', async () => {
    network(() => ({ status: 503 }))
    await expect(sendActs([event('a', { kind: 'NOTE' })], async () => {})).rejects.toMatchObject({ status: 503 })
  })
})
