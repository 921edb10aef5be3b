import type { SpanFigures } from '../spanFigures'

/** A county's days planned together, as `GET /api/dispatch/weeks` gives them. */
export interface WeekRow {
  id: string
  regionCode: string
  regionName: string
  from: string
  days: number
  fresh: boolean
  origin: 'NIGHTLY' | 'BY_HAND'
  state: 'WAITING' | 'RUNNING' | 'DONE' | 'FAILED'
  secondsLimit: number
  requestedAt: string
  endedAt?: string | null
  providers?: number | null
  carers?: number | null
  visits?: number | null
  searchSeconds?: number | null
  score?: { unservedVisits: number; travelMinutes: number } | null
  standing?: SpanFigures | null
  planned?: SpanFigures | null
  drafts?: number | null
  overtaken?: number | null
}

export interface WeekView {
  week: WeekRow
  drafts: { plan: string; provider: string; providerName: string; day: string; status: string; planned: number; unserved: number; changed: number; travelMinutes: number }[]
}
