import words from '@/words/funding'
import type { ElderCard } from '../registry/elders/cards'

export default { key: 'money', title: words.card.title, order: 60, permission: 'settlement.read', component: () => import('./MoneyCard.vue') } satisfies ElderCard
