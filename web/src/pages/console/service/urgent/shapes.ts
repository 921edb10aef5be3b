import type { stateNames } from '@/words/urgent'

export type UrgentState = keyof typeof stateNames

/** One urgent order from asking to arriving; `minutes` is missing where nobody came or comes. */
export interface ResponseRow {
  id: string
  number: string
  elder: { id: string; name: string }
  regionCode: string
  regionName: string
  provider?: { id: string; name: string } | null
  reason?: string | null
  requestedAt: string
  respondBy: string
  acceptedAt?: string | null
  arrivedAt?: string | null
  state: UrgentState
  stateName: string
  minutes?: number | null
  targetMinutes: number
}

/** A provider's urgent orders; without `providerId`: nobody took them. */
export interface ProviderRow {
  providerId?: string | null
  providerName?: string | null
  requests: number
  arrived: number
  late: number
  medianMinutes?: number | null
  longestMinutes?: number | null
}

export const STATE_TONES = { ON_TIME: 'ok', LATE: 'danger', WAITING: 'info', OVERDUE: 'danger', NOBODY: 'danger', CANCELLED: 'plain' } as const
