import type { OfferStatus, OrderStatus } from '@/app/homecare'
import type { Tone } from '@/components/EcStatusTag/EcStatusTag.vue'

export const ORDER_TONES: Record<OrderStatus, Tone> = { OPEN: 'info', OFFERED: 'notice', ACCEPTED: 'ok', UNMATCHED: 'danger', ENDED: 'plain' }
export const OFFER_TONES: Record<OfferStatus, Tone> = { OPEN: 'notice', ACCEPTED: 'ok', REFUSED: 'warn', EXPIRED: 'warn', WITHDRAWN: 'plain' }
