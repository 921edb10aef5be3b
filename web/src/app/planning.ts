/** Shapes of entitlements and care plans as the server answers them. Days are YYYY-MM-DD, `toOn` is the first day that does not count any more, money is fen. */
import type { AbilityLevel } from './contract'

export type ProposalStatus = 'PROPOSED' | 'UNDECIDABLE' | 'UNCHANGED' | 'CONFIRMED' | 'RETURNED' | 'SUPERSEDED'
export type Conclusion = 'GRANT' | 'NOTHING' | 'UNDECIDABLE'

export interface Person {
  id: string
  name: string
  age?: number
  level?: AbilityLevel
}
export interface ProposalRow {
  id: string
  elder: Person
  regionCode: string
  regionName: string
  status: ProposalStatus
  statusName: string
  conclusion: Conclusion
  cause: string
  fromOn: string
  toOn?: string
  minutesPerMonth: number
  voucherCapFen: number
  voucherRatePermille: number
  nowMinutesPerMonth: number
  nowVoucherCapFen: number
  missing: string[]
  rulingId: string
  computedAt: string
  decidedAt?: string
  reason?: string
}
export interface Decided {
  confirmed: number
  returned: number
  results: { proposal: string; result: 'CONFIRMED' | 'RETURNED' | 'ALREADY_DECIDED' | 'RECOMPUTED' | 'NOT_FOUND'; status?: ProposalStatus; newProposal?: string }[]
}
export interface Amount {
  minutes: number
  voucherCapFen: number
  voucherRatePermille: number
}
export type RuleAnswer = 'YES' | 'NO' | 'UNDECIDABLE'
export interface RuleDecision {
  code: string
  version: number
  name: string
  answer: RuleAnswer
  amount: Amount
  sentence: string
  gaps: string[]
  missing: string[]
  source: string
  verified: boolean
}
export interface BenefitDecision {
  benefit: 'HOME_CARE_HOURS' | 'CARE_VOUCHER'
  name: string
  answer: RuleAnswer
  amount: Amount
  decisive?: string
  rules: RuleDecision[]
}
export interface Figure {
  parameter: string
  value: unknown
  unit: string
  region: string
  published?: string
  effective: string
  recorded: string
  source: { kind: string; number?: string; title?: string; article?: string; reason?: string }
  verified: boolean
}
export interface EntitlementPeriod {
  id: string
  fromOn: string
  toOn?: string
  minutesPerMonth: number
  voucherCapFen: number
  voucherRatePermille: number
  rulingId: string
}
export interface Computation {
  id: string
  status: ProposalStatus
  statusName: string
  conclusion: Conclusion
  cause: string
  minutesPerMonth: number
  voucherCapFen: number
  computedAt: string
  decidedAt?: string
  reason?: string
  rulingId: string
}
export interface EntitlementsOfElder {
  elderId: string
  elderName: string
  current?: EntitlementPeriod | null
  periods: EntitlementPeriod[]
  latest?: { computation: Computation; fromOn: string; toOn?: string; benefits: BenefitDecision[]; facts: Record<string, unknown> & { unknown?: Record<string, string> }; figures: Figure[] } | null
  history: Computation[]
}
export interface Balance {
  month: string
  grantedMinutes: number
  reservedMinutes: number
  usedMinutes: number
  leftMinutes: number
  voucherCapFen: number
  leftVoucherFen: number
}
export interface ServiceOffer {
  item: { code: string; name: string; description: string; unit: string; durationMinutes: number; countsAgainstHours: boolean; crewSize: number; priceFen: number }
  price: { fen: number; effective: string; source: string; verified: boolean }
}

/** What the elder pays in the month, as things stand, and the most that was agreed; without `entitled`, because the entitlement ends or has ended. */
export interface BeyondAgreed {
  month: string
  elderFen: number
  agreedFen: number
  entitled: boolean
}

export type PlanStatus = 'DRAFT' | 'PROPOSED' | 'CHANGE_WANTED' | 'ACCEPTED' | 'ENDED' | 'WITHDRAWN'
export interface PlanRow {
  id: string
  number: string
  version: number
  elder: Person
  regionCode: string
  regionName: string
  status: PlanStatus
  statusName: string
  fromOn: string
  toOn?: string
  weeklyVisits: number
  elderFen?: number
  createdAt: string
  proposedAt?: string
}
export interface PlanItem {
  id: string
  service: string
  serviceName: string
  unit: string
  unitMinutes: number
  weekdays: number[]
  units: number
  windowFrom: string
  windowTo: string
  wishedProvider?: string
  wishedProviderName?: string
  wishes?: string
}
export interface MonthLine {
  month: string
  whole: boolean
  visits: number
  wantedMinutes: number
  grantedMinutes: number
  publicMinutes: number
  priceFen: number
  publicFen: number
  voucherFen: number
  elderFen: number
}
export interface PlanQuote {
  from: string
  items: { service: string; name: string; unit: string; units: number; visits: number; visitPriceFen: number; priceFen: number; minutes: number }[]
  week: { visits: number; minutes: number; priceFen: number; publicFen: number; voucherFen: number; elderFen: number }
  months: MonthLine[]
  entitledUntil?: string
  mostElderFen: number
}
export type AcceptedHow = 'IN_APP' | 'PHONE' | 'IN_PERSON' | 'SIGNED_PAPER'
export interface PlanView {
  plan: PlanRow
  ownShareAccepted: boolean
  items: PlanItem[]
  quote?: PlanQuote
  changeWanted?: string
  /** An accepted plan costs the elder more than was agreed. */
  beyondAgreed?: BeyondAgreed
  acceptance?: { at: string; role: string; onBehalf: boolean; how: AcceptedHow; place?: string; note?: string }
  endReason?: string
  history: { act: string; at: string; role: string; onBehalf: boolean; how?: string; reason?: string }[]
}

/** `10 小时`, `1 小时 30 分钟`, `45 分钟`. */
export function minutesText(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  return [hours > 0 || minutes === 0 ? `${hours} 小时` : '', minutes % 60 > 0 ? `${minutes % 60} 分钟` : ''].filter(Boolean).join(' ')
}

/** `36 元`, `37.50 元`: for sentences people hear. */
export function yuanText(fen: number): string {
  return fen % 100 === 0 ? `${fen / 100} 元` : `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')} 元`
}

/** The words of a page for what an accepted plan costs beyond what was agreed: the month as `2026 年 12 月`, sums in yuan. */
export function beyondText(say: (month: string, pays: string, agreed: string, entitled: boolean) => string, { month, elderFen, agreedFen, entitled }: BeyondAgreed): string {
  return say(`${month.slice(0, 4)} 年 ${Number(month.slice(5, 7))} 月`, yuanText(elderFen), yuanText(agreedFen), entitled)
}

/** The last day of a period from its exclusive end. */
export function lastDay(toOn: string): string {
  return new Date(Date.parse(`${toOn}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}

const WEEK = ['一', '二', '三', '四', '五', '六', '日']

/** `每天`, `每周一、三`. */
export function weekdaysText(days: number[]): string {
  return days.length === 7 ? '每天' : `每周${[...days].sort((a, b) => a - b).map((day) => WEEK[day - 1]).join('、')}`
}
