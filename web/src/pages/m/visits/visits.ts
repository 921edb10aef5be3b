import type { Page } from '@/app/contract'
import { call } from '@/app/http'
import { day } from '@/app/format'
import words from '@/words/citizen'

/** A visit as the elder and the family see it. */
export interface CitizenVisit {
  id: string
  day: string
  service: string
  serviceName: string
  status: keyof typeof words.statuses
  cancelledFor?: string | null
  /** Agreed start; before a carer is found only the wished window is known. */
  plannedFrom?: string | null
  windowFrom: string
  windowTo: string
  provider: { id: string; name: string }
  carers: { id: string; name: string }[]
  rated: boolean
}

const DAY_MS = 86_400_000

/** Visits of one elder from `back` days ago to `ahead` days from now, earliest first. */
export async function visitsOf(elder: string, now: Date, back: number, ahead: number): Promise<CitizenVisit[]> {
  const from = day(new Date(now.getTime() - back * DAY_MS))
  const to = day(new Date(now.getTime() + ahead * DAY_MS))
  const { items } = await call<Page<CitizenVisit>>('GET', `/api/elders/${elder}/visits`, { query: { from, to, size: 200 } })
  return [...items].sort((a, b) => a.day.localeCompare(b.day) || startOf(a).localeCompare(startOf(b)))
}

export function startOf(visit: CitizenVisit): string {
  return visit.plannedFrom ?? `${visit.day}T${visit.windowFrom}`
}

/** Confirmed and not yet spoken about. */
export function canRate(visit: CitizenVisit): boolean {
  return visit.status === 'CONFIRMED' && !visit.rated
}

export function isDone(visit: CitizenVisit): boolean {
  return ['CHECKED_OUT', 'NORMAL', 'ABNORMAL', 'CONFIRMED'].includes(visit.status)
}
