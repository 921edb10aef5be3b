import words from '@/words/homecare'
import type { ElderAction } from '../../registry/elders/cards'

export default { key: 'elder-code', label: words.code.action, order: 60, permission: 'visit.card', to: (elder) => `/service/elder-codes/${elder.id}` } satisfies ElderAction
