import { newId } from '@/app/ids'
import type { PlanItem } from '@/app/planning'
import words from '@/words/careplan'

/** One service of a plan while it is typed. */
export interface Line {
  key: string
  service: string
  units: number
  weekdays: number[]
  windowFrom: string
  windowTo: string
  wishedProvider: string
  wishes: string
}

export const blankLine = (): Line => ({ key: newId(), service: '', units: 1, weekdays: [], windowFrom: '09:00', windowTo: '11:00', wishedProvider: '', wishes: '' })

export const lineOf = (item: PlanItem): Line => ({
  key: item.id,
  service: item.service,
  units: item.units,
  weekdays: [...item.weekdays],
  windowFrom: item.windowFrom,
  windowTo: item.windowTo,
  wishedProvider: item.wishedProvider ?? '',
  wishes: item.wishes ?? '',
})

export function bodyOf(fromOn: string, lines: Line[]): object {
  return {
    fromOn,
    items: lines.map(({ service, units, weekdays, windowFrom, windowTo, wishedProvider, wishes }) => ({ service, units, weekdays, windowFrom, windowTo, wishedProvider: wishedProvider || undefined, wishes: wishes || undefined })),
  }
}

/** The server names a line as `items[2].weekdays`; people count from one. */
export function sentenceOf(field: string, code: string, fallback: string): string {
  const line = /^items\[(\d+)\]\.(\w+)$/.exec(field)
  const own = words.errors[`${line ? line[2]! : field}.${code}`]
  const sentence = own ?? (line && code === 'required' && line[2] === 'service' ? words.chooseService : fallback)
  return line ? words.line(Number(line[1]) + 1, sentence) : sentence
}
