import type { VisitStatus } from '@/app/homecare'
import type { Tone } from '@/components/EcStatusTag/EcStatusTag.vue'

export const VISIT_TONES: Record<VisitStatus, Tone> = { PLANNED: 'info', ASSIGNED: 'info', CHECKED_IN: 'notice', CHECKED_OUT: 'notice', NORMAL: 'ok', ABNORMAL: 'danger', CONFIRMED: 'ok', REJECTED: 'danger', CANCELLED: 'plain', MISSED: 'warn' }
