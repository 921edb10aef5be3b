import type { Axis } from './clock'
import { minuteOf } from './clock'
import type { Moves, VisitRow } from './shapes'

/** Starts from `from` to `to`, both included, that mean the same; `rule` is undefined where the visit may stand. */
export interface Span {
  from: number
  to: number
  extra: number
  dayMinutes: number
  rule?: string
  other?: string
}

export interface CarerGround {
  id: string
  name: string
  usual: boolean
  planned: number
  spans: Span[]
}

/** Where one visit may stand, for every carer of the day. */
export interface Ground {
  most: number
  carers: Map<string, CarerGround>
}

export function groundOf(moves: Moves): Ground {
  const carers = moves.carers.map(({ carer, usual, plannedMinutes, spans }): [string, CarerGround] => [
    carer.id,
    {
      id: carer.id,
      name: carer.name,
      usual,
      planned: plannedMinutes,
      spans: spans.map((span) => ({ from: minuteOf(span.from), to: minuteOf(span.to), extra: span.extraMinutes, dayMinutes: span.dayMinutes, rule: span.rule ?? undefined, other: span.otherVisit ?? undefined })),
    },
  ])
  return { most: moves.maximumMinutes, carers: new Map(carers) }
}

/** The span a start lies in; undefined outside the hours of dispatch. */
export function spanAt(carer: CarerGround | undefined, start: number): Span | undefined {
  return carer?.spans.find((span) => start >= span.from && start <= span.to)
}

/** What it means to put a visit down with this carer at this minute. */
export interface Verdict {
  start: number
  carer: string
  /** All who would go, the target first. */
  carers: string[]
  /** Those found for a crew that is not complete yet. */
  joined: string[]
  /** The broken rule, who it is about and the visit in the way; no rule: it may be done. */
  rule?: string
  about?: string
  other?: string
  /** Minutes of service and travel above what a day allows. */
  over: number
  /** Change of all ways of the day, minutes; undefined where the present place breaks a rule itself, so that nothing can be compared. */
  way?: number
  /** Service and travel of the target carer that day, with the visit; 0 where a rule is broken. */
  dayMinutes: number
  /** Minutes outside the agreed window. */
  outside: number
  usual: boolean
}

/** The carer `from` hands the visit over to `to` (undefined: nobody has it yet); the others of its crew go with it. */
export function judge(ground: Ground, visit: VisitRow, from: string | undefined, to: string, start: number): Verdict {
  const others = visit.carers.map((carer) => carer.id).filter((id) => id !== from)
  const verdict: Verdict = { start, carer: to, carers: [to, ...others.filter((id) => id !== to)], joined: [], over: 0, dayMinutes: spanAt(ground.carers.get(to), start)?.dayMinutes ?? 0, outside: outsideOf(visit, start), usual: visit.usualCarer?.id === to }
  const refuse = (rule: string, about: string, span?: Span): Verdict => ({ ...verdict, rule, about, other: span?.other, over: rule === 'DAY_LENGTH' ? (span?.dayMinutes ?? 0) - ground.most : 0 })
  if (others.includes(to)) return refuse('CREW', to)
  for (const id of verdict.carers) {
    const carer = ground.carers.get(id)
    if (!carer) return refuse('ON_DUTY', id)
    const span = spanAt(carer, start)
    if (!span) return refuse('DISPATCH_HOURS', id)
    if (span.rule) return refuse(span.rule, id, span)
  }
  for (const { id } of companions(ground, verdict.carers, start)) {
    if (verdict.carers.length >= visit.crew) break
    verdict.carers.push(id)
    verdict.joined.push(id)
  }
  if (verdict.carers.length !== visit.crew) return refuse('CREW', to)
  const now = presentWay(ground, visit)
  if (now !== undefined) verdict.way = verdict.carers.reduce((sum, id) => sum + (spanAt(ground.carers.get(id), start)?.extra ?? 0), 0) - now
  return verdict
}

/** Who else could come at that minute: the usual carer first, then the shortest way. */
function companions(ground: Ground, without: string[], start: number): CarerGround[] {
  const able = [...ground.carers.values()].filter((carer) => !without.includes(carer.id) && spanAt(carer, start) && !spanAt(carer, start)?.rule)
  return able.sort((a, b) => Number(b.usual) - Number(a.usual) || spanAt(a, start)!.extra - spanAt(b, start)!.extra || a.name.localeCompare(b.name))
}

function presentWay(ground: Ground, visit: VisitRow): number | undefined {
  if (!visit.from) return 0
  let sum = 0
  for (const { id } of visit.carers) {
    const span = spanAt(ground.carers.get(id), minuteOf(visit.from))
    if (!span || (span.rule && span.rule !== 'DAY_LENGTH')) return undefined
    sum += span.extra
  }
  return sum
}

export function outsideOf(visit: VisitRow, start: number): number {
  return Math.max(0, minuteOf(visit.windowFrom) - start, start - minuteOf(visit.windowTo))
}

/** The start meant by a hand at `raw`: on the step if that may be done, else the nearest minute within a step that may be done, else on the step. */
export function snap(raw: number, step: number, carer?: CarerGround): number {
  const onStep = Math.round(raw / step) * step
  const free = (carer?.spans ?? []).filter((span) => !span.rule)
  if (free.some((span) => onStep >= span.from && onStep <= span.to)) return onStep
  const near = free.map((span) => Math.min(span.to, Math.max(span.from, raw))).sort((a, b) => Math.abs(a - raw) - Math.abs(b - raw))[0]
  return near !== undefined && Math.abs(near - raw) <= step ? Math.round(near) : onStep
}

/** Where the visit cannot lie with this carer, and the rule that takes most of it. */
export interface Hatch {
  from: number
  to: number
  rule: string
  other?: string
}

/** Everything on the line that no allowed start covers. */
export function hatchesOf(carer: CarerGround, minutes: number, axis: Axis): Hatch[] {
  const hatches: Hatch[] = []
  let free = axis.from
  const close = (to: number) => {
    if (to > free) hatches.push({ from: free, to, ...mainRule(carer, free - minutes, to) })
  }
  for (const span of carer.spans) {
    if (span.rule) continue
    close(span.from)
    free = Math.max(free, span.to + minutes)
  }
  close(axis.to)
  return hatches
}

function mainRule(carer: CarerGround, from: number, to: number): { rule: string; other?: string } {
  const lengths = carer.spans.filter((span) => span.rule && span.to >= from && span.from <= to).map((span) => ({ span, length: Math.min(span.to, to) - Math.max(span.from, from) }))
  const { span } = lengths.sort((a, b) => b.length - a.length)[0] ?? {}
  return { rule: span?.rule ?? 'DISPATCH_HOURS', other: span?.other }
}

/** The best place to begin with when a visit nobody has is picked up by keys: in its window, with the usual carer, by the shortest way. */
export function bestPlace(ground: Ground, visit: VisitRow): { carer: string; start: number } | undefined {
  const wanted = minuteOf(visit.windowFrom)
  let best: { carer: string; start: number; cost: number[] } | undefined
  for (const carer of ground.carers.values()) {
    for (const span of carer.spans) {
      if (span.rule) continue
      const start = Math.min(span.to, Math.max(span.from, wanted))
      const cost = [outsideOf(visit, start), Number(!carer.usual), span.extra, start]
      if (!best || before(cost, best.cost)) best = { carer: carer.id, start, cost }
    }
  }
  return best && { carer: best.carer, start: best.start }
}

function before(a: number[], b: number[]): boolean {
  const differs = a.findIndex((value, n) => value !== b[n])
  return differs >= 0 && a[differs]! < b[differs]!
}
