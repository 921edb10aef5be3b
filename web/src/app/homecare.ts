/** Orders, visits and the elder's card as the server sends them. */

export interface Named {
  id: string
  name: string
}

export type OrderStatus = 'OPEN' | 'OFFERED' | 'ACCEPTED' | 'UNMATCHED' | 'ENDED'
export type OfferStatus = 'OPEN' | 'ACCEPTED' | 'REFUSED' | 'EXPIRED' | 'WITHDRAWN'
export type MatchPart = 'DISTANCE' | 'SKILL' | 'CAPACITY' | 'RATING' | 'WISH'

export interface OrderRow {
  id: string
  number: string
  elder: Named
  regionName: string
  service: string
  serviceName: string
  weekdays: number[]
  units: number
  windowFrom: string
  windowTo: string
  from: string
  to?: string | null
  provider?: Named | null
  status: OrderStatus
  statusName: string
  statusSince: string
  orderedAt: string
  unmatchedReason?: string | null
  offer?: { n: number; providerName?: string | null; expiresAt: string; mine: boolean } | null
}

export interface Candidate {
  providerId: string
  name: string
  rank: number
  points: number
  parts: Partial<Record<MatchPart, number>>
  meters: number
  reasons: string[]
  excluded: { why: string; sentence: string }[]
}

export interface Offer {
  n: number
  round: number
  providerId: string
  providerName: string
  status: OfferStatus
  byHand: boolean
  offeredAt: string
  expiresAt: string
  answeredAt?: string | null
  reason?: string | null
  mine: boolean
}

export interface Order extends OrderRow {
  unit: string
  durationMinutes: number
  crew: number
  wishedProvider?: Named | null
  wishes?: string | null
  reason?: string | null
  rulingId?: string | null
  planId?: string | null
  candidates: Candidate[]
  offers: Offer[]
  mayAnswer: boolean
  mayAssign: boolean
}

export type VisitStatus = 'PLANNED' | 'ASSIGNED' | 'CHECKED_IN' | 'CHECKED_OUT' | 'NORMAL' | 'ABNORMAL' | 'CONFIRMED' | 'REJECTED' | 'CANCELLED' | 'MISSED'
export type EventKind = 'CHECK_IN' | 'CHECK_OUT' | 'ITEM' | 'VITALS' | 'NOTE' | 'PHOTO' | 'SIGNATURE' | 'CONCERN'
export type ItemState = 'DONE' | 'NOT_DONE' | 'DECLINED' | 'NOT_APPLICABLE'

export interface VisitRow {
  id: string
  number: string
  orderId: string
  elder: Named
  regionName: string
  provider: Named
  service: string
  serviceName: string
  day: string
  windowFrom: string
  windowTo: string
  plannedFrom?: string | null
  checkedInAt?: string | null
  checkedOutAt?: string | null
  carers: Named[]
  units: number
  unitsDone: number
  unit: string
  status: VisitStatus
  statusName: string
  /** Why it was called off. */
  cancelledFor?: string | null
  flags: { flag: string; name: string }[]
  sampled: boolean
  rated: boolean
  decision?: { at: string; reason?: string | null; byPerson: boolean } | null
}

export interface VisitItem {
  key: string
  state: ItemState
  reason?: string | null
}

export interface VisitEvent {
  id: string
  kind: EventKind
  at: string
  deviceAt: string
  receivedAt: string
  carer: Named
  method?: 'POSITION' | 'QR' | 'NO_POSITION' | null
  position?: { lng: number; lat: number; accuracyM?: number | null } | null
  cardValid?: boolean | null
  fileId?: string | null
  items: VisitItem[]
  fields: Record<string, unknown>
  text?: string | null
  signature?: { kind: 'DRAWN' | 'PIN' | 'PROXY'; file?: string | null; signer?: string | null } | null
  late: boolean
}

export interface Visit {
  visit: VisitRow
  version: number
  durationMinutes: number
  crew: number
  /** Who was given the visit. */
  sent: Named[]
  /** Who checked in or out. */
  came: Named[]
  wishes?: string | null
  home?: { lng: number; lat: number } | null
  events: VisitEvent[]
  fields: { field: string; label: string; kind: string; value?: unknown }[]
  items: VisitItem[]
  findings: { flag: string; rule: string; sentence: string }[]
  story: { from?: VisitStatus | null; to: VisitStatus; toName: string; at: string; role: string; onBehalf: boolean; reason?: string | null }[]
  shares?: { priceFen: number; publicFen: number; voucherFen: number; elderFen: number; publicMinutes: number } | null
  sharesFrozen: boolean
  evidenceDigest?: string | null
  rulingId?: string | null
  decision?: { at: string; reason?: string | null; byPerson: boolean } | null
  rating?: { stars: number; words?: string | null; ratedAt: string; role: string; onBehalf: boolean; low: boolean } | null
  mayDecide: boolean
  mayCancel: boolean
  mayRate: boolean
}

export interface ElderCard {
  token: string
  svg: string
  name: string
  pinSet: boolean
  beware?: string | null
}
