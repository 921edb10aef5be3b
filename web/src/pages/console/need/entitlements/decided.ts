import { notify } from '@/app/notices'
import type { Decided } from '@/app/planning'
import words from '@/words/entitlement'

/** Says what a decision did, and what it left undone. */
export function tellDecided(decided: Decided): void {
  notify('ok', words.done(decided.confirmed, decided.returned))
  const of = (result: string) => decided.results.filter((one) => one.result === result).length
  const left = words.leftOver(of('RECOMPUTED'), of('ALREADY_DECIDED') + of('NOT_FOUND'))
  if (left) notify('warn', left)
}
