import words from '@/words/citizenDoors'
import type { Door } from '../doors'

export default { key: 'family', order: 10, label: words.family, hint: words.familyHint, icon: 'people', to: '/family', roles: ['family'] } satisfies Door
