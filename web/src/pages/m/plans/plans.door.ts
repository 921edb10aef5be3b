import type { Door } from '@/pages/m/doors'
import words from '@/words/careplan'

export default { key: 'plans', order: 20, label: words.m.door, hint: words.m.doorHint, icon: 'check', to: '/plans', roles: ['elder', 'family'] } satisfies Door
