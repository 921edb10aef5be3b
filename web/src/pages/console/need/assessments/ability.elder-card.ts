import words from '@/words/assessment'
import type { ElderCard } from '../../registry/elders/cards'

export default { key: 'ability', title: words.card.title, order: 20, permission: 'assessment.read', component: () => import('./AbilityCard.vue') } satisfies ElderCard
