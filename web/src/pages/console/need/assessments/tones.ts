import type { Tone } from '@/components/EcStatusTag/EcStatusTag.vue'
import type { Status } from './api'

const TONES: Record<Status, Tone> = {
  REQUESTED: 'notice',
  SCHEDULED: 'info',
  STARTED: 'info',
  SIGNED: 'info',
  IN_PUBLICITY: 'info',
  OBJECTED: 'warn',
  EFFECTIVE: 'ok',
  EXPIRED: 'plain',
  SUPERSEDED: 'plain',
  WITHDRAWN: 'plain',
}

export function toneOf(status: Status): Tone {
  return TONES[status]
}
