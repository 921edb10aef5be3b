import words from '@/words/applyDoors'
import type { Door } from '../doors'

export default { key: 'progress', order: 30, label: words.progressDoor, hint: words.progressHint, icon: 'clock', to: '/progress', roles: ['elder', 'family'] } satisfies Door
