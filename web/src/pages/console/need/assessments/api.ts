/** The assessment's endpoints as these pages call them. */
import type { AbilityLevel, Page } from '@/app/contract'
import { call } from '@/app/http'
import type { EcProblem } from '@/app/problem'
import type { FormError } from '@/composables/useForm'
import type { reasonNames, signerNames, statusNames } from '@/words/assessment'

export type Status = keyof typeof statusNames
export type Reason = keyof typeof reasonNames | 'RE_REVIEW'
export type Signer = keyof typeof signerNames

export interface Person {
  id: string
  name: string
}

export interface AssessmentRow {
  id: string
  number: string
  elder: Person
  regionCode: string
  regionName: string
  reason: Reason
  reasonName: string
  status: Status
  statusName: string
  requestedAt: string
  plannedAt?: string | null
  place?: string | null
  assessors: Person[]
  /** Whether the account that asks is one of the two assessors. */
  mine: boolean
  baseOn?: string | null
  finalLevel?: AbilityLevel | null
  publicUntil?: string | null
  effectiveOn?: string | null
  validUntil?: string | null
  rulingId?: string | null
  reviews?: string | null
}

export interface Fault {
  field: string
  name: string
  code: string
  allowed?: string | null
}

export type Answers = Record<string, number>
export type FieldValue = string | number | string[] | Record<string, number> | Record<string, string>[]
export type Tables = Record<string, Record<string, FieldValue>>

export interface FormContent {
  version: number
  answers: Answers
  tables: Tables
  contentDigest: string
  missing: Fault[]
}

export interface AssessmentView {
  assessment: AssessmentRow
  form?: FormContent | null
  signatures: { signer: Signer; name: string; signedAt: string }[]
  history: { to: Status; toName: string; actorName?: string | null; at: string; place?: string | null; reason?: string | null }[]
}

export interface Item {
  key: string
  code: string
  dimension: string
  name: string
  definition?: string | null
  max: number
  options: { score: number; label: string }[]
}

export interface Field {
  key: string
  code?: string | null
  name: string
  kind: 'TEXT' | 'DATE' | 'NUMBER' | 'CHOICE' | 'CHOICES' | 'COUNTS' | 'ROWS'
  required?: boolean | null
  allowEmpty?: boolean | null
  keptBy?: string | null
  unit?: string | null
  min?: number | null
  max?: number | null
  options?: string[] | null
  none?: string | null
  events?: { key: string; name: string }[] | null
  counts?: string[] | null
  columns?: string[] | null
  triggers?: string | null
  triggeredBy?: string[] | null
}

export interface Table {
  key: string
  code: string
  name: string
  fields: Field[]
}

export interface LevelChange {
  key: string
  name: string
  reads: string
  when: string
  effect: 'SET' | 'RAISE'
  amount: number
  atLeast?: number | null
}

export interface Instrument {
  standard: string
  name: string
  verified: boolean
  maxTotal: number
  dimensions: { key: string; code: string; name: string; items: number; max: number }[]
  items: Item[]
  levels: { level: AbilityLevel; number: number; name: string; min: number; max: number }[]
  levelChanges: LevelChange[]
  tables: Table[]
}

export interface Assessor {
  accountId: string
  name: string
  regionCode: string
  medicalBackground: boolean
  qualification: string
  relative: boolean
}

export interface Level {
  level: AbilityLevel
  number: number
  name: string
}

export interface Report {
  standard: string
  instrumentVerified: boolean
  number: string
  baseOn?: string | null
  reasonName: string
  statusName: string
  place?: string | null
  elder: { name: string; sex: 'MALE' | 'FEMALE'; birthOn: string }
  tables: Tables
  c1: { code: string; name: string; score: number; max: number; items: { code: string; name: string; score: number; max: number; label: string }[] }[]
  c2: number
  c3: Level
  c4: { key: string; when: string; holds: boolean }[]
  c5: Level
  signatures: { signer: Signer; name: string; signedAt: string; image?: string | null }[]
  effectiveOn?: string | null
  publicFrom?: string | null
  publicUntil?: string | null
  validUntil?: string | null
  explanation: string[]
  verificationCode: string
}

export interface Verification {
  number: string
  state: 'VALID' | 'NOT_YET' | 'LAPSED' | 'CHANGED' | 'WITHDRAWN'
  effectiveOn?: string | null
  validUntil?: string | null
  checkedAt: string
}

export interface StoredRuling {
  ruleCode: string
  ruleVersion: number
  explanation: string[]
  sources: { kind?: string; number?: string | null; title?: string | null; article?: string | null; reason?: string | null }[]
  decidedAt: string
}

const path = (id: string, rest = '') => `/api/assessments/${id}${rest}`

export const listOf = (elder: string) => call<Page<AssessmentRow>>('GET', '/api/assessments', { query: { elder, size: 50, sort: '-requestedAt' } })
export const readOne = (id: string) => call<AssessmentView>('GET', path(id))
export const readReport = (id: string) => call<Report>('GET', path(id, '/report'))
export const verify = (id: string, code: string | undefined) => call<Verification>('GET', path(id, '/verification'), { query: { code } })
export const readAssessors = (elder: string) => call<Assessor[]>('GET', '/api/assessors', { query: { elder } })
export const readRuling = (id: string) => call<StoredRuling>('GET', `/api/rulings/${id}`)

let instrument: Promise<Instrument> | undefined
/** The form's text; read once per visit, it does not change under somebody's hands. */
export function readInstrument(): Promise<Instrument> {
  instrument ??= call<Instrument>('GET', '/api/instruments/gbt42195-2022').catch((thrown) => {
    instrument = undefined
    throw thrown
  })
  return instrument
}

export interface Appointment {
  firstAssessor: string
  secondAssessor: string
  plannedAt: string
  place: string
  reason?: string
}

export const request = (body: { elderId: string; reason: string; why?: string }, key: string) => call<{ id: string }>('POST', '/api/assessments', { body, key })
export const schedule = (id: string, body: Appointment, key: string) => call<void>('PUT', path(id, '/appointment'), { body, key })
/** `reason`: why it begins long before the appointment. */
export const start = (id: string, reason?: string) => call<void>('POST', path(id, '/start'), { body: { reason } })
export const saveDraft = (id: string, body: { basedOn: number; answers: Answers; tables: Tables }) => call<{ version: number; contentDigest: string }>('PUT', path(id, '/draft'), { body })
export const sign = (id: string, body: { asInformant: boolean; name: string; contentDigest: string; image?: string }, key: string) =>
  call<{ status: Status }>('POST', path(id, '/signatures'), { body, key })
export const complete = (id: string, key: string) => call<{ explanation: string[] }>('POST', path(id, '/completion'), { body: {}, key })
export const object = (id: string, reason: string, key: string) => call<{ id: string }>('POST', path(id, '/objections'), { body: { reason }, key })
export const withdraw = (id: string, reason: string, key: string) => call<void>('POST', path(id, '/withdrawal'), { body: { reason }, key })
export const declareRelative = (elderId: string) => call<{ stood: 'NONE' | 'PLANNED' | 'BEGUN' | 'PUBLISHED' }>('POST', '/api/assessors/relatives', { body: { elderId } })

/** The server names the item in its own sentence. */
export function faultsOf(problem: EcProblem): FormError[] {
  return problem.errors.map((error) => {
    const params = error.params as { sentence?: string } | undefined
    return { field: error.field, sentence: params?.sentence ?? error.sentence }
  })
}
