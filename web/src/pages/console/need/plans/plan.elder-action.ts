import type { ElderAction } from '@/pages/console/registry/elders/cards'
import words from '@/words/careplan'

export default {
  key: 'plan',
  label: words.action,
  order: 40,
  permission: 'careplan.write',
  to: (elder) => `/need/plans/new?elder=${elder.id}`,
  offered: (elder) => elder.status !== 'DECEASED' && elder.status !== 'MOVED',
} satisfies ElderAction
