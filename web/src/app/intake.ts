/** Needs, care cases and the loop board as the server sends them. */

export type CaseStep = 'NEED' | 'ASSESSED' | 'ELIGIBLE' | 'PLANNED' | 'ORDERED' | 'MATCHED' | 'DISPATCHED' | 'VISITED' | 'VERIFIED' | 'EVALUATED' | 'SETTLED' | 'PAID' | 'FELT'
export type Channel = 'SELF' | 'FAMILY' | 'VILLAGE' | 'TOWN' | 'COUNTY' | 'HOTLINE' | 'OUTREACH'
export type Urgency = 'ORDINARY' | 'SOON' | 'URGENT'
export type Contact = 'CALL_ELDER' | 'CALL_FAMILY' | 'VISIT'
export type AskedBy = 'ELDER' | 'FAMILY' | 'NEIGHBOR' | 'STAFF'
export type Closure = 'COMPLETED' | 'WITHDRAWN' | 'REFUSED' | 'MOVED' | 'DECEASED'

export interface Service {
  code: string
  name: string
  description: string
}

export interface Named {
  id: string
  name: string
}

export interface Need {
  id: string
  number: string
  caseId: string
  caseNumber: string
  step: CaseStep
  stepName: string
  open: boolean
  elder: Named
  regionCode: string
  regionName: string
  capturedAt: string
  channel: Channel
  channelName: string
  askedByName: string
  services: string[]
  serviceNames: string[]
  urgency: Urgency
  urgencyName: string
  words?: string
  contactName: string
  supplement: boolean
  actedRoleName: string
  actedName: string
  onBehalf: boolean
  placeName: string
  receivedAt?: string
  receivedName?: string
}

/** What comes back for a need: `joined` when a case was open already, `answerBy` the last day on which staff get in touch. */
export interface Captured {
  id: string
  number: string
  caseId: string
  caseNumber: string
  elderId: string
  joined: boolean
  registered: boolean
  capturedAt: string
  answerBy?: string
}

export interface CareCase {
  id: string
  number: string
  version: number
  elder: Named
  regionCode: string
  regionName: string
  openedAt: string
  step: CaseStep
  stepName: string
  phaseName: string
  holder: string
  month?: string
  stepSince: string
  ageDays: number
  dueOn?: string
  overdue: boolean
  done: CaseStep[]
  /** Names of steps that urgent help went past and that are still to be made up. */
  waivedNames: string[]
  providerId?: string
  servedThrough?: string
  ending?: Closure
  endingName?: string
  closedAt?: string
  closure?: Closure
  closureName?: string
}

export interface Phase {
  key: string
  name: string
  state: 'DONE' | 'CURRENT' | 'AHEAD'
  steps: { step: CaseStep; name: string; holder: string; done: boolean; current: boolean; waived: boolean }[]
}

export interface Transition {
  at: string
  caseId: string
  room: string
  kind: 'REACHED' | 'FELL_BACK' | 'MONTH_PASSED' | 'ENDING' | 'GOES_ON' | 'CLOSED' | 'WAIVED'
  step: CaseStep
  title: string
  detail?: string
  actorName: string
  actorRole: string
  actorRoleName: string
  onBehalf: boolean
  place?: string
  path: string
  source: string
  month?: string
}

export interface CaseDetail {
  careCase: CareCase
  phases: Phase[]
  transitions: Transition[]
}

export interface LoopColumn {
  step: CaseStep
  name: string
  phaseName: string
  holder: string
  count: number
  medianAgeDays?: number
  oldestAgeDays?: number
  limitDays?: number
  overdue: number
}

export interface Conversion {
  regionCode: string
  regionName: string
  cases: number
  assessed: number
  served: number
  paid: number
  rated: number
}

export interface Loop {
  regionCode: string
  regionName: string
  open: number
  columns: LoopColumn[]
  conversionSince: string
  conversion: Conversion[]
  asOf: string
}

/** Whether an ID number is known to the register; `id` only when the asker may see the person. */
export interface Lookup {
  known: boolean
  id?: string
  maskedName?: string
  birthOn: string
  sex: 'MALE' | 'FEMALE'
  age: number
}
