import words from '@/words/citizenDoors'
import type { Door } from '../doors'

export default { key: 'rate', order: 50, label: words.rate, hint: words.rateHint, icon: 'heart', to: '/ratings', roles: ['elder', 'family'] } satisfies Door
