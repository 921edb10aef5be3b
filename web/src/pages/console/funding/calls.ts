import { call } from '@/app/http'

/** What the server says about statements and payment batches, and the calls to it. */
export type StatementState = 'DRAFT' | 'FROZEN' | 'REVIEWED' | 'IN_BATCH' | 'PAID' | 'CLEARED' | 'CARRIED'
export type BatchState = 'PREPARED' | 'APPROVED' | 'SENT' | 'RECONCILED' | 'WITHDRAWN'

export interface StatementRow {
  id: string
  providerId: string
  providerName: string
  regionName: string
  month: string
  state: StatementState
  stateName: string
  waiting?: 'NO_SCORE'
  score?: number
  performancePass?: boolean
  visits: number
  undecided: number
  dueFen: number
  withheldFen: number
  correctionFen: number
  leftOutFen: number
  payableFen: number
  objections: number
}

export interface Summary {
  months: string[]
  month?: string
  states: { state: StatementState; stateName: string; statements: number; payableFen: number }[]
  payableFen: number
  waitingForScore: number
}

export interface Change {
  newElders: number
  newCount: number
  stoppedElders: number
  stoppedCount: number
  price: number
  quantity: number
  withheld: number
  corrections: number
  leftOut: number
  total: number
}

export interface Objection {
  id: string
  lineId: string
  amountFen: number
  reason: string
  raisedAt: string
  decision?: 'SETTLE' | 'DROP'
  decisionReason?: string
  putBack: boolean
  /** Nobody objected: the visit was rejected by a person after the freeze. */
  rejected: boolean
}

/** Why a line is not in its statement's sum: under objection, dropped, rejected as untrue, or settled only in the next statement. */
export type LeftOut = 'OPEN' | 'DROPPED' | 'REJECTED' | 'LATER'

export function leftOut(objection: Objection): LeftOut | undefined {
  if (objection.rejected) return 'REJECTED'
  if (objection.decision === 'DROP') return 'DROPPED'
  if (objection.decision === 'SETTLE') return objection.putBack ? undefined : 'LATER'
  return 'OPEN'
}

export interface Statement extends Omit<StatementRow, 'objections'> {
  version: number
  scoreRulingId?: string
  heldShare: number
  rulingId?: string
  exceptions: number
  doubted: number
  priceFen: number
  elderFen: number
  totalFen: number
  digest?: string
  computedAt: string
  frozenAt?: string
  reviewedAt?: string
  reviewNote?: string
  previousId?: string
  previousPayableFen?: number
  change?: Change
  objections: Objection[]
  payments: { id: string; batchId: string; amountFen: number; accountName: string; accountTail: string; state: string; stateName: string; reason?: string; settledAt?: string; replaces?: string }[]
}

export interface Line {
  id: string
  number: number
  kind: 'VISIT' | 'LATE' | 'CORRECTION' | 'CARRY'
  kindName: string
  visitId?: string
  elderId?: string
  elderName?: string
  serviceName: string
  day?: string
  units: number
  priceFen: number
  publicFen: number
  voucherFen: number
  elderFen: number
  withheldFen: number
  payableFen: number
  evidenceDigest?: string
  originalStatementId?: string
  originalMonth?: string
  reason?: string
  flags: string[]
  objectionId?: string
  objectionReason?: string
  decision?: 'SETTLE' | 'DROP'
  decisionReason?: string
  leftOut: boolean
}

export interface Lines {
  items: Line[]
  total: number
  page: number
  size: number
}

/** A stored ruling: its sentences, and the figures it used with their sources. */
export interface Reason {
  explanation: string[]
  parameters: { parameter: string; value: unknown; effective: string; source: { number?: string; title?: string; reason?: string } }[]
}

export interface BatchRow {
  id: string
  number: string
  regionName: string
  state: BatchState
  stateName: string
  payments: number
  totalFen: number
  paid: number
  refused: number
  paidFen: number
  publicityUntil: string
  preparedAt: string
  approvedAt?: string
  availableAt?: string
  sentAt?: string
  reconciledAt?: string
}

export interface Refused {
  paymentId: string
  batchId: string
  statementId: string
  providerName: string
  amountFen: number
  reason: string
  accountName: string
  accountTail: string
  at: string
}

export interface Waiting {
  statements: number
  totalFen: number
  refused: Refused[]
}

export interface Payment {
  id: string
  line: number
  statementId: string
  providerName: string
  amountFen: number
  purpose: string
  accountName: string
  accountTail: string
  state: string
  stateName: string
  reason?: string
  replaces?: string
  correctedAt?: string
  correctionReason?: string
}

export interface Batch extends Omit<BatchRow, 'paid' | 'refused' | 'paidFen'> {
  publicityOver: boolean
  withdrawnAt?: string
  withdrawnReason?: string
  fileDigest?: string
  mayApprove: boolean
  bankConfigured: boolean
  businessNow: string
  lines: Payment[]
  returns: { digest: string; accepted: boolean; fault?: string; receivedAt: string }[]
}

export interface ElderMonth {
  month: string
  visits: number
  priceFen: number
  publicFen: number
  voucherFen: number
  elderFen: number
  state: StatementState
}

const statement = (id: string, part = '') => `/api/statements/${id}${part}`
const batch = (id: string, part = '') => `/api/payment-batches/${id}${part}`

export const readSummary = (month?: string) => call<Summary>('GET', '/api/statements/summary', { query: { month } })
export const readStatement = (id: string) => call<Statement>('GET', statement(id))
export const readLines = (id: string, only: string, page: number) => call<Lines>('GET', statement(id, '/lines'), { query: { only, page, size: 20 } })
/** The month before, when none is named. */
export const prepareMonth = (month?: string) => call<{ statements: number }>('POST', '/api/statements', { body: { month } })
export const recompute = (id: string) => call('POST', statement(id, '/recomputation'), { body: {} })
export const freeze = (id: string, digest: string) => call('POST', statement(id, '/freezing'), { body: { digest } })
export const review = (id: string, note: string) => call('POST', statement(id, '/review'), { body: { note } })
export const object = (id: string, lineId: string, reason: string) => call('POST', statement(id, '/objections'), { body: { lineId, reason } })
export const decideObjection = (id: string, objection: string, decision: 'SETTLE' | 'DROP', reason: string) => call('POST', statement(id, `/objections/${objection}/decision`), { body: { decision, reason } })
export const readReasons = (id: string) => call<{ withholding?: Reason | null; score?: Reason | null }>('GET', statement(id, '/reasons'))
export const exportPath = (id: string) => statement(id, '/export?format=xlsx')
export const readElderMoney = (elder: string) => call<{ months: ElderMonth[] }>('GET', `/api/elders/${elder}/settlements`)

export const readWaiting = () => call<Waiting>('GET', '/api/payment-batches/waiting')
export const readBatch = (id: string) => call<Batch>('GET', batch(id))
export const prepareBatch = () => call<{ id: string }>('POST', '/api/payment-batches', { body: {} })
export const approve = (id: string) => call('POST', batch(id, '/approval'), { body: {} })
export const withdraw = (id: string, reason: string) => call('POST', batch(id, '/withdrawal'), { body: { reason } })
export const releaseFile = (id: string) => call('POST', batch(id, '/file'), { body: {} })
export const filePath = (id: string) => batch(id, '/file')
export const uploadReturn = (id: string, content: string) => call<{ booked: boolean }>('POST', batch(id, '/returns'), { body: { content } })
export const sendToBank = (id: string) => call<{ booked: boolean }>('POST', batch(id, '/sending'), { body: {} })
export const correctAccount = (payment: string, body: { accountName?: string; accountNumber?: string; reason: string }) => call('POST', `/api/payments/${payment}/account-correction`, { body })
