import words from '@/words/assessment'
import type { ElderAction } from '../../registry/elders/cards'

export default {
  key: 'assess',
  label: words.card.ask,
  order: 30,
  permission: 'assessment.schedule',
  to: (elder) => `/need/assessments/new?elder=${elder.id}`,
  offered: (elder) => elder.status !== 'DECEASED' && elder.status !== 'MOVED',
} satisfies ElderAction
