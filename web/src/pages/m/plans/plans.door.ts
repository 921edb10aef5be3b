import type { Door } from '@/pages/m/doors'
import words from '@/words/planDoor'

export default { key: 'plans', order: 20, label: words.door, hint: words.doorHint, icon: 'check', to: '/plans', roles: ['elder', 'family'] } satisfies Door
