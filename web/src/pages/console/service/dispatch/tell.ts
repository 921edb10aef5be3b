import board from '@/words/dispatchBoard'
import { objectionSentence } from '@/words/dispatchRules'
import { clock } from './clock'
import type { Ground, Verdict } from './ground'
import { hm, type VisitRow } from './shapes'

/** A verdict in words: where, may it be done, and what it costs or why not. */
export interface Told {
  where: string
  legal: boolean
  /** Worth a second look although allowed. */
  careful: boolean
  lines: string[]
}

export function tell(verdict: Verdict, visit: VisitRow, ground: Ground, visits: Map<string, VisitRow>, day: string): Told {
  const words = board.move
  const nameOf = (id: string) => ground.carers.get(id)?.name ?? ''
  const where = words.place(nameOf(verdict.carer), clock(verdict.start), clock(verdict.start + visit.durationMinutes))
  if (verdict.rule) {
    const other = verdict.other ? visits.get(verdict.other) : undefined
    const carer = verdict.about ? { id: verdict.about, name: nameOf(verdict.about) } : undefined
    const sentence = objectionSentence({ rule: verdict.rule, carer, otherElder: other?.elder.name, otherFrom: other?.from ? `${day}T${hm(other.from)}:00+08:00` : undefined })
    return { where, legal: false, careful: false, lines: [words.cannot + sentence + (verdict.over > 0 ? words.over(verdict.over) : '')] }
  }
  const kept = visit.carers.some((carer) => carer.id === verdict.carer)
  const faces = verdict.usual ? words.usual : visit.usualCarer ? words.notUsual(visit.usualCarer.name) : kept ? words.sameCarer : ''
  const lines = [
    verdict.way === undefined ? words.wayUnknown : words.way(verdict.way),
    verdict.outside > 0 ? words.outside(verdict.outside) : words.inside,
    faces,
    verdict.carers.length > 1 ? words.with(verdict.carers.slice(1).map(nameOf).join('、')) : '',
    words.day(verdict.dayMinutes, ground.most),
  ]
  return { where, legal: true, careful: verdict.outside > 0, lines: lines.filter(Boolean) }
}
