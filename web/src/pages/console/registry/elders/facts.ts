import type { Elder } from '@/app/contract'
import { coordinatesOf, type Fix } from '@/app/locate'
import type { FormError } from '@/composables/useForm'
import words from '@/words/registry'

/** What somebody types about an elder. */
export interface ElderFacts {
  name: string
  phone: string
  regionCode: string
  address: string
  livingSituation: Elder['livingSituation'] | ''
  economicStatus: Elder['economicStatus'] | ''
  hukou: string
  disability: boolean
  familyPlanningSpecial: boolean
  /** Read anew from a device; without it the register keeps what it has. */
  place?: Fix
}

/** As the register takes it. */
export function bodyOf<Facts extends ElderFacts>({ place, ...facts }: Facts): object {
  return { ...facts, ...coordinatesOf(place) }
}

/** The answer of the register holds these two besides the contract's. */
export type FullElder = Elder & { disability: boolean; familyPlanningSpecial: boolean }

export function checkFacts(facts: ElderFacts): FormError[] {
  const missing = words.register.missing
  const errors: FormError[] = []
  if (!facts.name.trim()) errors.push({ field: 'name', sentence: missing.name })
  if (!facts.regionCode || facts.regionCode.endsWith('000')) errors.push({ field: 'regionCode', sentence: words.register.regionMissing })
  if (!facts.livingSituation) errors.push({ field: 'livingSituation', sentence: missing.living })
  if (!facts.economicStatus) errors.push({ field: 'economicStatus', sentence: missing.economy })
  if (!facts.hukou) errors.push({ field: 'hukou', sentence: missing.hukou })
  return errors
}
