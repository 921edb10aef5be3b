import words from '@/words/intake'
import type { ElderCard } from '../../registry/elders/cards'

export default { key: 'loop', title: words.card.title, order: 20, permission: 'need.read', component: () => import('./LoopCard.vue') } satisfies ElderCard
