import words from '@/words/citizenDoors'
import type { Door } from '../doors'

export default { key: 'services', order: 80, label: words.services, hint: words.servicesHint, icon: 'form', to: '/services' } satisfies Door
