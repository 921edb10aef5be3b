import words from '@/words/homecare'
import type { ElderCard } from '../../registry/elders/cards'

export default { key: 'visits', title: words.card.title, order: 50, permission: 'visit.read', component: () => import('./VisitsCard.vue') } satisfies ElderCard
