import words from '@/words/singleOrder'
import type { ElderAction } from '../../registry/elders/cards'

export default { key: 'single-order', label: words.action, order: 16, permission: 'order.write', to: (elder) => `/service/orders/new/${elder.id}`, offered: (elder) => elder.status !== 'DECEASED' && elder.status !== 'MOVED' } satisfies ElderAction
