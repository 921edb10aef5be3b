import words from '@/words/citizenDoors'
import type { Door } from '../doors'

export default { key: 'visits', order: 10, label: words.visits, hint: words.visitsHint, icon: 'calendar', to: '/visits', roles: ['elder'] } satisfies Door
