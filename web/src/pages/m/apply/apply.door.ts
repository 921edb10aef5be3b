import words from '@/words/applyDoors'
import type { Door } from '../doors'

export default { key: 'apply', order: 20, label: words.door, hint: words.doorHint, icon: 'form', to: '/apply', roles: ['elder', 'family'] } satisfies Door
