import type { OutboxEntry } from '@/app/outbox'
import type { Done, PhoneVisit, ProofField, TaskState, VisitAct } from './visitShapes'

/** How far a visit is, from what the server has and what lies on this phone together. */
export interface Progress {
  checkedInAt?: string
  checkedOutAt?: string
  tasks: Record<string, TaskState>
  fields: Record<string, unknown>
  photos: number
  notes: string[]
  concerns: string[]
  signed: boolean
  waiting: number
  /** Sentences of the server about acts it did not take. */
  refused: string[]
  /** What the server said about acts it took: they are kept, and somebody will ask. */
  notices: string[]
}

export function visitPath(id: string): string {
  return `/api/visits/${id}/events`
}

export function actOf(entry: OutboxEntry): VisitAct {
  return entry.body as unknown as VisitAct
}

/** Acts of this phone come after what the server knew; of two answers to one thing the later counts. Refused acts count as not done. */
export function progressOf(visit: PhoneVisit, entries: OutboxEntry[]): Progress {
  const known = new Set(visit.recorded.eventIds)
  const progress: Progress = {
    checkedInAt: visit.recorded.checkedInAt ?? undefined,
    checkedOutAt: visit.recorded.checkedOutAt ?? undefined,
    tasks: Object.fromEntries(visit.recorded.items.map((task) => [task.key, task])),
    fields: { ...visit.recorded.fields },
    photos: 0,
    notes: [],
    concerns: [],
    signed: visit.recorded.signed,
    waiting: 0,
    refused: [],
    notices: [],
  }
  for (const entry of entries) {
    if (entry.path !== visitPath(visit.id)) continue
    if (entry.state === 'refused') {
      if (entry.reason) progress.refused.push(`${entry.label}：${entry.reason}`)
      continue
    }
    if (entry.state === 'waiting') progress.waiting++
    if (entry.state === 'sent' && entry.reason) progress.notices.push(entry.reason)
    apply(progress, actOf(entry), known.has(entry.id))
  }
  return progress
}

function apply(progress: Progress, act: VisitAct, onServer: boolean): void {
  if (act.kind === 'CHECK_IN') progress.checkedInAt ??= act.deviceAt
  if (act.kind === 'CHECK_OUT') progress.checkedOutAt ??= act.deviceAt
  if (act.kind === 'NOTE' && act.text) progress.notes.push(act.text)
  if (act.kind === 'CONCERN' && act.text) progress.concerns.push(act.text)
  if (act.kind === 'PHOTO') progress.photos++
  if (act.kind === 'SIGNATURE') progress.signed = true
  for (const task of act.items ?? []) progress.tasks[task.key] = task
  if (!onServer || act.kind !== 'PHOTO') Object.assign(progress.fields, act.fields)
}

/** Fields of proof still to be given; tasks of a `choices` field count when at least one was done. A second carer is whoever either of the two named: nobody can choose themselves. */
export function missing(asked: ProofField[], progress: Progress): ProofField[] {
  return asked.filter((field) => !given(field, progress))
}

function given(field: ProofField, progress: Progress): boolean {
  const value = progress.fields[field.field]
  if (field.kind === 'choices') return (Array.isArray(value) && value.length > 0) || field.choices.some((choice) => progress.tasks[choice]?.state === 'DONE')
  if (field.kind === 'agreement') return value === true
  if (field.kind === 'confirmation') return value === true || progress.signed
  if (field.kind === 'number') return typeof value === 'number' && inBounds(field, value)
  if (field.kind === 'photo') return value !== undefined && value !== false
  if (field.kind === 'moment') return inOrder(field, progress.fields)
  return value !== undefined && value !== null && String(value).trim() !== ''
}

export function inBounds(field: ProofField, value: number): boolean {
  return Number.isFinite(value) && (field.from === undefined || field.from === null || value >= field.from) && (field.to === undefined || field.to === null || value <= field.to)
}

/** A moment that is given and not before the one it follows. */
export function inOrder(field: ProofField, fields: Record<string, unknown>): boolean {
  const at = Date.parse(String(fields[field.field] ?? ''))
  const first = Date.parse(String((field.notBefore && fields[field.notBefore]) || ''))
  return !Number.isNaN(at) && (Number.isNaN(first) || at >= first)
}

export type Stage = 'TO_DO' | 'OPEN' | 'DONE' | 'MISSED'

export function stageOf(visit: PhoneVisit, progress: Progress): Stage {
  if (progress.checkedOutAt) return 'DONE'
  if (progress.checkedInAt) return 'OPEN'
  if (visit.status === 'MISSED') return 'MISSED'
  return visit.status === 'PLANNED' || visit.status === 'ASSIGNED' ? 'TO_DO' : 'DONE'
}

/** When a visit begins: its planned time, else the agreed window's start. */
export function beginsAt(visit: PhoneVisit): string {
  return visit.plannedFrom ?? `${visit.day}T${visit.windowFrom.slice(0, 5)}:00+08:00`
}

export const NEEDS_REASON: readonly Done[] = ['NOT_DONE', 'DECLINED', 'NOT_APPLICABLE']
