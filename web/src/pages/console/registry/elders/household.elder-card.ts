import words from '@/words/elder'
import type { ElderCard } from './cards'

export default { key: 'household', title: words.page.household, order: 10, permission: 'elder.read', component: () => import('./HouseholdCard.vue') } satisfies ElderCard
