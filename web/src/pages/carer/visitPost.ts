import { IDEMPOTENCY_KEY, call } from '@/app/http'
import { newId } from '@/app/ids'
import { carry, refusalOf, type Outcome, type OutboxEvent } from '@/app/outbox'
import { EcProblem } from '@/app/problem'
import type { VisitAct } from './visitShapes'

interface EventAnswer {
  id: string
  state: 'STORED' | 'ALREADY' | 'REFUSED'
  why?: { code: string; sentence: string; again: boolean } | null
  notice?: string | null
}

/** Takes acts of one visit to the server: pictures first become files, then all acts go at once; each is answered. */
export function carryVisits(): void {
  carry((path) => /^\/api\/visits\/[^/]+\/events$/.test(path), sendActs)
}

export async function sendActs(events: OutboxEvent[], amend: (event: OutboxEvent) => Promise<void>): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  const ready: OutboxEvent[] = []
  for (const event of events) {
    const act = event.body as unknown as VisitAct
    if (act.picture && !act.fileId) {
      try {
        const kept = { ...event, body: { ...event.body, fileId: await bring(event.id, act.picture), picture: undefined } }
        await amend(kept)
        ready.push(kept)
      } catch (thrown) {
        outcomes[events.indexOf(event)] = refusalOf(thrown)
      }
    } else ready.push(event)
  }
  if (ready.length > 0) {
    const answers = await tell(ready)
    for (const [at, event] of events.entries()) outcomes[at] ??= outcomeOf(answers.get(event.id))
  }
  return outcomes
}

async function tell(events: OutboxEvent[]): Promise<Map<string, EventAnswer>> {
  const sent = events.map((event) => ({ ...event.body, id: event.id, seq: event.order }))
  try {
    // A key of its own each time: the acts' own ids make a repetition harmless, and the answer may be another one later.
    const { events: answers } = await call<{ events: EventAnswer[] }>('POST', events[0]!.path, { body: { events: sent }, key: newId() })
    return new Map(answers.map((answer) => [answer.id, answer]))
  } catch (thrown) {
    const refused = refusalOf(thrown)
    const sentence = refused.state === 'refused' ? refused.reason : ''
    return new Map(events.map((event) => [event.id, { id: event.id, state: 'REFUSED', why: { code: 'request', sentence, again: false } }]))
  }
}

function outcomeOf(answer: EventAnswer | undefined): Outcome {
  if (!answer) return { state: 'again' }
  if (answer.state !== 'REFUSED') return { state: 'sent', notice: answer.notice ?? undefined }
  const reason = answer.why?.sentence ?? ''
  return answer.why?.again ? { state: 'again', reason } : { state: 'refused', reason }
}

async function bring(key: string, picture: string): Promise<string> {
  const form = new FormData()
  const bytes = Uint8Array.from(atob(picture.slice(picture.indexOf(',') + 1)), (sign) => sign.charCodeAt(0))
  const type = picture.slice(5, picture.indexOf(';'))
  form.append('file', new Blob([bytes], { type }), type === 'image/png' ? 'signature.png' : 'photo.jpg')
  let response: Response
  try {
    response = await fetch('/api/files', { method: 'POST', body: form, headers: { [IDEMPOTENCY_KEY]: key } })
  } catch {
    throw await EcProblem.unreachable()
  }
  const body: unknown = await response.json().catch(() => undefined)
  if (!response.ok) throw await EcProblem.of(body, response.status)
  return (body as { id: string }).id
}
