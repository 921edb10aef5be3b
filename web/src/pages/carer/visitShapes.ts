/** A carer's visit as `GET /api/my/visits` gives it: everything needed to do it without a line. */
export interface PhoneVisit {
  id: string
  number: string
  elder: VisitElder
  service: string
  serviceName: string
  units: number
  unit: string
  durationMinutes: number
  day: string
  windowFrom: string
  windowTo: string
  plannedFrom?: string | null
  plannedTo?: string | null
  crew: number
  carers: Colleague[]
  colleagues: Colleague[]
  wishes?: string | null
  items: { key: string; label: string }[]
  beforeStart: ProofField[]
  atCheckOut: ProofField[]
  status: VisitStatus
  recorded: Recorded
}

export interface VisitElder {
  id: string
  name: string
  sex: 'MALE' | 'FEMALE'
  age: number
  phone?: string | null
  address?: string | null
  regionName: string
  lng?: number | null
  lat?: number | null
  level?: string | null
  beware?: string | null
  pinSet: boolean
  toCall: { name: string; relation: string; phone?: string | null }[]
}

export interface Colleague {
  id: string
  name: string
}

export type VisitStatus = 'PLANNED' | 'ASSIGNED' | 'CHECKED_IN' | 'CHECKED_OUT' | 'NORMAL' | 'ABNORMAL' | 'CONFIRMED' | 'REJECTED' | 'CANCELLED' | 'MISSED'

/** What the service asks to be proved; `choices` are ticked as tasks. */
export interface ProofField {
  field: string
  label: string
  kind: 'moment' | 'text' | 'number' | 'photo' | 'agreement' | 'confirmation' | 'choices' | 'carer'
  from?: number | null
  to?: number | null
  choices: string[]
  /** Field of a moment that this moment cannot lie before. */
  notBefore?: string | null
}

/** What the server has already, also from another phone. */
export interface Recorded {
  checkedInAt?: string | null
  checkedOutAt?: string | null
  fields: Record<string, unknown>
  items: TaskState[]
  signed: boolean
  eventIds: string[]
}

export type Done = 'DONE' | 'NOT_DONE' | 'DECLINED' | 'NOT_APPLICABLE'

export interface TaskState {
  key: string
  state: Done
  reason?: string | null
}

export type VisitEventKind = 'CHECK_IN' | 'CHECK_OUT' | 'ITEM' | 'VITALS' | 'NOTE' | 'PHOTO' | 'SIGNATURE' | 'CONCERN'

/** One act as it goes to the server, without its id and number, which the outbox gives. `picture` is a data address, sent as a file first. */
export interface VisitAct {
  kind: VisitEventKind
  deviceAt: string
  position?: { lng: number; lat: number; accuracyM: number }
  method?: 'POSITION' | 'QR' | 'NO_POSITION'
  qr?: string
  items?: TaskState[]
  fields?: Record<string, unknown>
  text?: string
  signature?: { kind: 'DRAWN' | 'PIN' | 'PROXY'; pin?: string; signer?: string }
  picture?: string
  fileId?: string
}
