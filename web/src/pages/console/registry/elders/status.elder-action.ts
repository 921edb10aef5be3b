import words from '@/words/registry'
import type { ElderAction } from './cards'

export default { key: 'status', label: words.status.action, order: 80, permission: 'elder.write', to: (elder) => `/registry/elders/${elder.id}/status` } satisfies ElderAction
