/** A provider's day as `GET /api/dispatch/day` and a plan as `GET /api/dispatch/plans/{id}` give them. Clock times are local, HH:mm:ss. */
export interface Person {
  id: string
  name: string
}

export interface Position {
  lng: number
  lat: number
}

export interface VisitRow {
  id: string
  elder: Person
  regionName: string
  position: Position
  service: string
  serviceName: string
  windowFrom: string
  windowTo: string
  durationMinutes: number
  crew: number
  requiredSkill?: string | null
  carers: Person[]
  from?: string | null
  to?: string | null
  usualCarer?: Person | null
  locked: boolean
}

export interface Remedy {
  means: string
  carers: Person[]
  from?: string | null
}

export interface OpenVisit {
  visit: string
  reason?: string | null
  remedies: Remedy[]
}

export interface CarerRow {
  id: string
  name: string
  base: Position
  shifts: { from: string; to: string }[]
  skills: string[]
  certificateLevel?: number | null
  travelMinutes: number
  serviceMinutes: number
  stops: { visit: string; legMinutes: number }[]
}

export interface PlanRow {
  id: string
  day: string
  origin: 'NIGHTLY' | 'BY_HAND'
  status: 'DRAFT' | 'PUBLISHED' | 'SUPERSEDED'
  planned: number
  unserved: number
  changed: number
  travelMinutes: number
  madeAt: string
  publishedAt?: string | null
}

export interface ChangeEntry {
  id: string
  kind: 'PUBLICATION' | 'ASSIGNMENT' | 'REMOVAL' | 'REVERSAL' | 'REPAIR'
  visits: number
  reason?: string | null
  at: string
  reversed: boolean
}

export interface DayView {
  day: string
  provider: Person
  version: number
  asOf: string
  /** A plan made anew leaves what was told. */
  frozen: boolean
  limits: { from: string; to: string; maximumMinutes: number }
  carers: CarerRow[]
  visits: VisitRow[]
  open: OpenVisit[]
  broken: string[]
  plans: PlanRow[]
  changes: ChangeEntry[]
  /** Where to look on; only while the day has no visits. */
  around?: { before?: string | null; after?: string | null; ordered: boolean } | null
}

export interface PlannedLine {
  visit: VisitRow
  carers: Person[]
  from: string
  to: string
  legMinutes: number[]
  changes: boolean
  reasons: { why: string[]; minutesAfterWindow: number; alternatives: { carer: Person; extraMinutes: number; extraCost: number }[]; excluded: Record<string, number> }
}

export interface PlanView {
  plan: PlanRow
  lines: PlannedLine[]
  unserved: { visit: VisitRow; reason: string; remedies: Remedy[] }[]
  refused: RefusedLine[]
  /** Visits that were changed since: the draft cannot be adopted any more. */
  outdated: number
}

/** Fixed by hand to carers the elder refused since: no plan moves it. */
export interface RefusedLine {
  visit: VisitRow
  refused: Person[]
}

export interface Options {
  minutesOutsideWindow: number
  options: { carer: Person; extraMinutes: number; plannedMinutes: number; usual: boolean; rule?: string | null; otherVisit?: string | null }[]
}

/** `GET /api/dispatch/visits/{id}/moves`: starts from `from` to `to` included. */
export interface Moves {
  visit: string
  maximumMinutes: number
  carers: { carer: Person; usual: boolean; wished: boolean; plannedMinutes: number; spans: { from: string; to: string; extraMinutes: number; dayMinutes: number; rule?: string | null; otherVisit?: string | null }[] }[]
}

/** `GET /api/dispatch/visits/{id}/explanation`: what one carer would mean for a visit. */
export interface Choice {
  carer: Person
  chosen: boolean
  usual: boolean
  from: string
  rule?: string | null
  otherVisit?: string | null
  extraMinutes: number
  newFaces: number
  minutesOffWish: number
  notWished: number
  moved: number
}

/** What happened: to whom or to whose visit, where it is about one. */
export interface RepairCause {
  cause: string
  carer?: Person | null
  visit?: string | null
  elder?: Person | null
}

/** A proposal; `also` are causes of earlier ones it answers too, `changes` the visits that would change, `unsolved` those nobody can take. */
export interface RepairRow extends RepairCause {
  id: string
  day: string
  also: RepairCause[]
  note?: string | null
  state: 'PROPOSED' | 'ACCEPTED' | 'REJECTED' | 'SUPERSEDED'
  changes: number
  extraMinutes: number
  moved: number
  placed: number
  lost: number
  unsolved: { visit: string; elder: Person; reason: string; remedies: Remedy[] }[]
}

export interface RepairView {
  repair: RepairRow
  lines: { part: string; visit: VisitRow; before: { carers: Person[]; from?: string | null }; after: { carers: Person[]; from?: string | null } }[]
}

export const hm = (time: string | null | undefined): string => (time ?? '').slice(0, 5)
/** What stood on this screen: sent with a change, so that nobody overwrites what a colleague did meanwhile. */
export const seenOf = (visit: Pick<VisitRow, 'carers' | 'from'>) => ({ carers: visit.carers.map((carer) => carer.id), from: visit.from ?? undefined })
export const names = (people: Person[]): string => people.map((person) => person.name).join('、')
