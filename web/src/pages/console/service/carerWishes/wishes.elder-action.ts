import words from '@/words/carerWishes'
import type { ElderAction } from '../../registry/elders/cards'

export default { key: 'carer-wishes', label: words.action, order: 62, permission: 'visit.wish', to: (elder) => `/service/carer-wishes/${elder.id}`, offered: (elder) => elder.status !== 'DECEASED' && elder.status !== 'MOVED' } satisfies ElderAction
