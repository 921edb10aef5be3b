import words from '@/words/assessment'
import type { Door } from '../doors'

export default { key: 'assessment', order: 40, label: words.m.door, hint: words.m.doorHint, icon: 'form', to: '/assessment', roles: ['elder', 'family'] } satisfies Door
