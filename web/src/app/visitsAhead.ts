import { call } from '@/app/http'

/** Visits a carer is sent to and has not begun. */
export interface VisitsAhead {
  visits: number
  firstOn?: string | null
  lastOn?: string | null
  /** First day without work, when it is written down; it may have passed. */
  leavesOn?: string | null
}

/** From today on when no day is given. */
export function visitsAhead(carer: string, from?: string): Promise<VisitsAhead> {
  return call('GET', `/api/carers/${carer}/visits-ahead`, { query: { from } })
}
