import type { ElderCard } from '@/pages/console/registry/elders/cards'
import words from '@/words/careplan'

export default { key: 'plan', title: words.card, order: 40, permission: 'careplan.read', component: () => import('./PlanCard.vue') } satisfies ElderCard
