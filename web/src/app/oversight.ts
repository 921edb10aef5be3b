/** What the call-back desk, scores, improvements and complaints speak with the server. */

export interface CallBackRow {
  id: string
  number: string
  visitId: string
  elderId: string
  elderName: string
  providerId: string
  providerName: string
  regionName: string
  serviceDay: string
  normal: boolean
  flagNames: string[]
  status: 'OPEN' | 'WITH_OFFICER' | 'DONE'
  statusName: string
  dueOn: string
  overdue: boolean
  nextTryAt?: string | null
  claimedName?: string | null
  claimedUntil?: string | null
  mine: boolean
  attempts: number
  result?: CallBackResult | null
  resultName?: string | null
  confirmed?: boolean | null
}

export type CallBackResult = 'CONFIRMED_SERVICE' | 'NOT_DONE' | 'PARTLY' | 'CANNOT_REACH' | 'DECIDED_OTHERWISE'
export type Outcome = 'REACHED' | 'NOT_REACHED' | 'WRONG_NUMBER' | 'REFUSED'
export type AnsweredBy = 'ELDER' | 'FAMILY' | 'OTHER'

export interface Question {
  key: string
  text: string
  kind: 'CHOICE' | 'TIME' | 'MINUTES' | 'TEXT'
  options: { key: string; text: string; means?: CallBackResult | null }[]
  required: boolean
  unless: string[]
}

export interface CallBackDetail {
  callBack: CallBackRow
  mine: boolean
  elder: { id: string; name: string; sex: 'MALE' | 'FEMALE'; age: number; regionName: string; level?: string | null; status: string; family: { id: string; name: string; relation: string; maskedPhone?: string | null; proxy: boolean; emergencyContact: boolean }[] }
  visit: { id: string; serviceName: string; unit: string; day: string; plannedFrom?: string | null; checkedInAt?: string | null; checkedOutAt?: string | null; unitsPlanned: number; unitsDone: number; status: string; carers: string[]; provider: string; rating?: string | null }
  flags: { key: string; name: string; meaning: string; ask: string }[]
  script: { opening: string; closing: string; questions: Question[] }
  calls: { at: string; by: string; outcome: Outcome; outcomeName: string; answeredBy?: AnsweredBy | null; note?: string | null; nextTryAt?: string | null }[]
  finding?: { resultName: string; answers: Record<string, string>; note?: string | null; by?: string | null; at: string } | null
  decision?: { confirmed: boolean; reason?: string | null; by?: string | null; at: string } | null
}

/** What of a visit's proof the desk reads out of home care's answer. */
export interface VisitProof {
  visit: { number: string; statusName: string }
  events: { id: string; kind: string; at: string; carer: { name: string }; method?: string | null; fileId?: string | null; text?: string | null; late: boolean }[]
  fields: { field: string; label: string; kind: string; value?: unknown }[]
  findings: { flag: string; rule: string; sentence: string }[]
}

export type Part = 'PUNCTUALITY' | 'COMPLETION' | 'VERIFIED_CALL_BACKS' | 'COMPLAINTS' | 'SATISFACTION'

export interface ScoreRow {
  id: string
  providerId: string
  providerName: string
  listing?: 'NORMAL' | 'WATCHED' | 'DEFAULTED' | null
  regionName: string
  month: string
  status: 'PUBLISHED' | 'OBJECTED' | 'FINAL'
  statusName: string
  points: number
  passed: boolean
  revision: number
  publishedOn: string
  objectionUntil: string
  publicUntil: string
  finalOn?: string | null
  mayObject: boolean
}

export interface PartView {
  part: Part
  partName: string
  weight: number
  numerator: number
  denominator: number
  percent?: number | null
  met: number
  unmet: number
}

export interface Revision {
  n: number
  computedAt: string
  points: number
  passed: boolean
  rulingId: string
  parts: PartView[]
  explanation: string[]
}

export interface Objection {
  id: string
  words: string
  filedAt: string
  filedBy: string
  upheld?: boolean | null
  decision?: string | null
  decidedAt?: string | null
  decidedBy?: string | null
  items: { part: Part; partName: string; subject: string; corrected: boolean; words?: string | null }[]
}

export interface ScoreView {
  score: ScoreRow
  revisions: Revision[]
  objections: Objection[]
  history: ScoreRow[]
}

export interface EvidenceLine {
  kind: 'VISIT' | 'COMPLAINT'
  id: string
  day?: string | null
  elderName?: string | null
  regionName?: string | null
  service?: string | null
  status?: string | null
  plannedFrom?: string | null
  checkedInAt?: string | null
  flagNames: string[]
}

export interface Step {
  at: string
  by: string
  fromName?: string | null
  to: string
  toName: string
  words?: string | null
}

export interface ImprovementRow {
  id: string
  number: string
  cause: 'LOW_RATING' | 'LOW_SCORE' | 'LOW_OUTCOME'
  causeName: string
  visitId?: string | null
  scoreId?: string | null
  elderId?: string | null
  elderName?: string | null
  stars?: number | null
  providerName: string
  regionName: string
  status: 'OPEN' | 'ANSWERED' | 'CHECKED' | 'CLOSED'
  statusName: string
  openedAt: string
  dueOn: string
  overdue: boolean
  measures?: string | null
  doneOn?: string | null
  answeredAt?: string | null
  closedAt?: string | null
}

export interface ImprovementView {
  improvement: ImprovementRow
  steps: Step[]
}

export type ComplaintKind = 'NOT_COME' | 'LATE' | 'ATTITUDE' | 'QUALITY' | 'CHARGE' | 'SAFETY' | 'OTHER'

export interface ComplaintRow {
  id: string
  number: string
  elderId: string
  elderName: string
  regionName: string
  visitId?: string | null
  providerId?: string | null
  providerName?: string | null
  kind: ComplaintKind
  kindName: string
  channelName: string
  words: string
  status: 'RECEIVED' | 'ASSIGNED' | 'ANSWERED' | 'CLOSED' | 'WITHDRAWN'
  statusName: string
  receivedAt: string
  receivedName: string
  onBehalf: boolean
  answerDueOn?: string | null
  overdue: boolean
  answer?: string | null
  answeredAt?: string | null
  founded?: boolean | null
  decisionReason?: string | null
  decidedAt?: string | null
}

export interface ComplaintView {
  complaint: ComplaintRow
  steps: Step[]
}
