import words from '@/words/urgent'
import type { ElderAction } from '../../registry/elders/cards'

export default { key: 'urgent', label: words.action, order: 15, permission: 'order.write', to: (elder) => `/service/urgent/new/${elder.id}`, offered: (elder) => elder.status !== 'DECEASED' && elder.status !== 'MOVED' } satisfies ElderAction
