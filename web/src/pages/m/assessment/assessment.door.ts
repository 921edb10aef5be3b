import words from '@/words/assessmentDoor'
import type { Door } from '../doors'

export default { key: 'assessment', order: 40, label: words.label, hint: words.hint, icon: 'form', to: '/assessment', roles: ['elder', 'family'] } satisfies Door
