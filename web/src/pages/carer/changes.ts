import type { PhoneVisit } from './visitShapes'
import { beginsAt } from './progress'

/** One thing that became different in the plan of this carer since the phone last asked. */
export interface PlanChange {
  id: string
  /** When the phone learned it. */
  at: string
  kind: 'ADDED' | 'REMOVED' | 'MOVED'
  day: string
  visit: string
  elder: string
  service: string
  from?: string
  before?: string
  read: boolean
}

/** What differs between two lists of the same days; a visit that was begun is no change of plan. */
export function changesBetween(old: PhoneVisit[], fresh: PhoneVisit[], days: string[], at: string): PlanChange[] {
  const changes: PlanChange[] = []
  const before = new Map(old.filter((visit) => days.includes(visit.day)).map((visit) => [visit.id, visit]))
  for (const visit of fresh) {
    const known = before.get(visit.id)
    before.delete(visit.id)
    if (!known) changes.push(change('ADDED', visit, at, beginsAt(visit)))
    else if (Date.parse(beginsAt(known)) !== Date.parse(beginsAt(visit))) changes.push({ ...change('MOVED', visit, at, beginsAt(visit)), before: beginsAt(known) })
  }
  for (const gone of before.values()) if (!gone.recorded.checkedInAt) changes.push({ ...change('REMOVED', gone, at), before: beginsAt(gone) })
  return changes
}

function change(kind: PlanChange['kind'], visit: PhoneVisit, at: string, from?: string): PlanChange {
  return { id: `${visit.id}:${at}`, at, kind, day: visit.day, visit: visit.id, elder: visit.elder.name, service: visit.serviceName, from, read: false }
}
