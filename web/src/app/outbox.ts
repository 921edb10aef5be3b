/**
 * What was done on the phone, in order, until the server has it. An act is written here before the screen changes; each has
 * its own id, which is also its Idempotency-Key: sent twice it counts once. Records are encrypted (`vault.ts`) per account.
 * Nothing unsent is ever removed: what the server refuses stays, with the reason.
 */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import { call } from './http'
import { newId } from './ids'
import { EcProblem } from './problem'
import { makeKey, seal, unseal, type Sealed } from './vault'

/** One act: `path` takes it by POST; `body` also carries `eventId`, `deviceTime` and `order`. */
export interface OutboxEvent {
  id: string
  account: string
  /** Counts up per phone: the order in which things were done, also when the device's clock jumps. */
  order: number
  /** The device's own time, ISO-8601; the server keeps it beside its own. */
  deviceTime: string
  path: string
  /** What it is, in words for the sync page: 签到 王秀兰. */
  label: string
  body: Record<string, unknown>
  /** Photos and other large things go after all small ones. */
  last?: boolean
}

export type OutboxState = 'waiting' | 'sent' | 'refused'

interface OutboxRow {
  id: string
  account: string
  order: number
  /** Where it goes; in clear, as it names no person. */
  path?: string
  state: OutboxState
  last: 0 | 1
  sentAt?: string
  reason?: string
  sealed: Sealed
}

interface OutboxSchema extends DBSchema {
  events: { key: string; value: OutboxRow; indexes: { account: string } }
  keys: { key: string; value: CryptoKey }
  notes: { key: string; value: { account: string; sealed: Sealed } }
  counters: { key: string; value: number }
}

export interface OutboxEntry extends OutboxEvent {
  state: OutboxState
  sentAt?: string
  reason?: string
}

const SENT_KEPT_MS = 2 * 86_400_000

export class Outbox {
  private constructor(
    private readonly db: IDBPDatabase<OutboxSchema>,
    private readonly key: CryptoKey,
    private readonly account: string,
  ) {}

  static async open(account: string, name = 'zhiyang-carer'): Promise<Outbox> {
    const db = await openDB<OutboxSchema>(name, 1, {
      upgrade(fresh) {
        fresh.createObjectStore('events', { keyPath: 'id' }).createIndex('account', 'account')
        fresh.createObjectStore('keys')
        fresh.createObjectStore('notes')
        fresh.createObjectStore('counters')
      },
    })
    const made = await makeKey()
    const transaction = db.transaction('keys', 'readwrite')
    const key = (await transaction.store.get(account)) ?? made
    await transaction.store.put(key, account)
    await transaction.done
    return new Outbox(db, key, account)
  }

  /** Writes an act down; resolves when it is safe on the phone. */
  async add(act: { path: string; label: string; body: Record<string, unknown>; last?: boolean; id?: string }): Promise<OutboxEvent> {
    const counting = this.db.transaction('counters', 'readwrite')
    const order = ((await counting.store.get('order')) ?? 0) + 1
    await counting.store.put(order, 'order')
    await counting.done
    const event: OutboxEvent = { ...act, id: act.id ?? newId(), account: this.account, order, deviceTime: new Date().toISOString() }
    await this.db.put('events', { id: event.id, account: this.account, order, path: act.path, state: 'waiting', last: act.last ? 1 : 0, sealed: await seal(this.key, event) })
    return event
  }

  /** All acts of this account in the order they were done. */
  async list(): Promise<OutboxEntry[]> {
    const rows = await this.db.getAllFromIndex('events', 'account', this.account)
    const entries = await Promise.all(rows.map(async ({ sealed, state, sentAt, reason }) => ({ ...(await unseal<OutboxEvent>(this.key, sealed)), state, sentAt, reason })))
    return entries.sort((a, b) => a.order - b.order)
  }

  async waiting(): Promise<number> {
    return (await this.db.getAllFromIndex('events', 'account', this.account)).filter((row) => row.state === 'waiting').length
  }

  /**
   * Sends what waits, in order, small things first. A refusal is kept with its sentence and the next goes on; what must wait
   * for something else (a signature whose picture comes later) is tried again once something else was taken; without a line,
   * a sign-in or a healthy server it stops and everything stays. Returns how many the server took.
   */
  async send(post: Post = deliver): Promise<number> {
    let rows = (await this.db.getAllFromIndex('events', 'account', this.account)).filter((row) => row.state === 'waiting').sort((a, b) => a.last - b.last || a.order - b.order)
    let taken = 0
    try {
      while (rows.length > 0) {
        const { sent, again } = await this.pass(rows, post)
        taken += sent
        rows = again
        if (sent === 0) break
      }
    } catch (thrown) {
      if (!(thrown instanceof EcProblem)) throw thrown
    }
    await this.forgetOldSent()
    return taken
  }

  /** Each row once; throws when there is no line any more. */
  private async pass(rows: OutboxRow[], post: Post): Promise<{ sent: number; again: OutboxRow[] }> {
    let sent = 0
    const again: OutboxRow[] = []
    for (const group of groups(rows)) {
      const events = await Promise.all(group.map((row) => unseal<OutboxEvent>(this.key, row.sealed)))
      const outcomes = await post(events, (event) => this.amend(event))
      for (const [at, row] of group.entries()) {
        const outcome = outcomes[at] ?? { state: 'again' as const }
        const sealed = (await this.db.get('events', row.id))?.sealed ?? row.sealed
        const base = { id: row.id, account: row.account, order: row.order, last: row.last, path: row.path, sealed }
        if (outcome.state === 'sent') {
          await this.db.put('events', { ...base, state: 'sent', sentAt: new Date().toISOString(), reason: outcome.notice })
          sent++
        } else {
          await this.db.put('events', { ...base, state: outcome.state === 'refused' ? 'refused' : 'waiting', reason: outcome.reason })
          if (outcome.state === 'again') again.push({ ...base, state: 'waiting' })
        }
      }
    }
    return { sent, again }
  }

  /** Keeps what was learned while sending (the number a photo got), so that it is not sent twice. */
  private async amend(event: OutboxEvent): Promise<void> {
    const row = await this.db.get('events', event.id)
    if (row) await this.db.put('events', { ...row, sealed: await seal(this.key, event) })
  }

  /** Keeps data the carer needs without a line (today's visits, notes), encrypted; `read` gives it back. */
  async keep(name: string, value: unknown): Promise<void> {
    await this.db.put('notes', { account: this.account, sealed: await seal(this.key, value) }, `${this.account}/${name}`)
  }

  async read<Value>(name: string): Promise<Value | undefined> {
    const note = await this.db.get('notes', `${this.account}/${name}`)
    return note ? unseal<Value>(this.key, note.sealed) : undefined
  }

  /** The shift's term ended: what was kept for reading goes; acts, sent or not, stay until the server has them. */
  async forgetNotes(): Promise<void> {
    const transaction = this.db.transaction('notes', 'readwrite')
    for (const key of await transaction.store.getAllKeys()) if (key.startsWith(`${this.account}/`)) await transaction.store.delete(key)
    await transaction.done
  }

  private async forgetOldSent(): Promise<void> {
    const rows = await this.db.getAllFromIndex('events', 'account', this.account)
    for (const row of rows) if (row.state === 'sent' && Date.now() - Date.parse(row.sentAt ?? '') > SENT_KEPT_MS) await this.db.delete('events', row.id)
  }

  close(): void {
    this.db.close()
  }
}

/** What became of one act: taken, refused for good, or to be tried again once something else has been taken. */
export type Outcome = { state: 'sent'; notice?: string } | { state: 'refused'; reason: string } | { state: 'again'; reason?: string }

/** Brings acts of one path to the server and answers each, in their order. Throws `EcProblem` when nothing can be sent now. */
export type Post = (events: OutboxEvent[], amend: (event: OutboxEvent) => Promise<void>) => Promise<Outcome[]>

const carriers: { takes: (path: string) => boolean; post: Post }[] = []

/** A room that has its own way of sending (many acts at once, files first) says so here. */
export function carry(takes: (path: string) => boolean, post: Post): void {
  carriers.push({ takes, post })
}

async function deliver(events: OutboxEvent[], amend: (event: OutboxEvent) => Promise<void>): Promise<Outcome[]> {
  const own = carriers.find(({ takes }) => takes(events[0]!.path))
  if (own) return own.post(events, amend)
  const outcomes: Outcome[] = []
  for (const event of events) {
    try {
      await postEvent(event)
      outcomes.push({ state: 'sent' })
    } catch (thrown) {
      outcomes.push(refusalOf(thrown))
    }
  }
  return outcomes
}

/** A refusal to be kept with its sentence; throws on when the line, the sign-in or the server is what fails. */
export function refusalOf(thrown: unknown): Outcome {
  if (!(thrown instanceof EcProblem) || thrown.status === 0 || thrown.status === 401 || thrown.status === 429 || thrown.status >= 500) throw thrown
  return { state: 'refused', reason: [thrown.sentence, ...thrown.errors.map((error) => error.sentence)].join(' ') }
}

const MOST_AT_ONCE = 50

/** Neighbours of one path go together; large ones each alone. */
function groups(rows: OutboxRow[]): OutboxRow[][] {
  const all: OutboxRow[][] = []
  for (const row of rows) {
    const group = all.at(-1)
    if (group && !row.last && !group[0]!.last && row.path && group[0]!.path === row.path && group.length < MOST_AT_ONCE) group.push(row)
    else all.push([row])
  }
  return all
}

function postEvent(event: OutboxEvent): Promise<void> {
  return call('POST', event.path, { body: { ...event.body, eventId: event.id, deviceTime: event.deviceTime, order: event.order }, key: event.id })
}
