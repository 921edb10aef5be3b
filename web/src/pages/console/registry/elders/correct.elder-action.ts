import words from '@/words/registry'
import type { ElderAction } from './cards'

export default { key: 'correct', label: words.correct.action, order: 70, permission: 'elder.write', to: (elder) => `/registry/elders/${elder.id}/correction` } satisfies ElderAction
