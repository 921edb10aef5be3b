import words from '@/words/registry'
import type { ElderAction } from './cards'

export default { key: 'family', label: words.family.action, order: 90, permission: 'household.write', to: (elder) => `/registry/elders/${elder.id}/family` } satisfies ElderAction
