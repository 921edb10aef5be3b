import { call } from '@/app/http'
import { notify } from '@/app/notices'
import words from '@/words/dispatch'
import type { RefusedLine } from './shapes'

/** Makes a draft true. What stays with a carer the elder refused is said once more: it is told to people now. */
export async function adopt(plan: string): Promise<void> {
  const { assigned, refused } = await call<{ assigned: number; refused: RefusedLine[] }>('POST', `/api/dispatch/plans/${plan}/publication`, { body: {} })
  notify('ok', words.plan.adopted(assigned))
  if (refused.length > 0) notify('warn', words.plan.refused.published(refused.map((one) => one.visit.elder.name).join('、')))
}
