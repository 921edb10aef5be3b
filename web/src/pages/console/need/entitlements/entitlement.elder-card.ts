import type { ElderCard } from '@/pages/console/registry/elders/cards'
import words from '@/words/entitlement'

export default { key: 'entitlement', title: words.card, order: 30, permission: 'eligibility.read', component: () => import('./EntitlementCard.vue') } satisfies ElderCard
