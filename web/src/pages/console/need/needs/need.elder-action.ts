import words from '@/words/intake'
import type { ElderAction } from '../../registry/elders/cards'

export default {
  key: 'need',
  label: words.needs.add,
  order: 10,
  permission: 'need.capture',
  to: (elder) => `/need/needs/new?elder=${elder.id}`,
  offered: (elder) => elder.status !== 'DECEASED' && elder.status !== 'MOVED',
} satisfies ElderAction
