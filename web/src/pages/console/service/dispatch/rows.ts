import { axisAround, clock, minuteOf, type Axis } from './clock'
import type { CarerRow, DayView, PlannedLine, PlanView, RepairView, VisitRow } from './shapes'

/** One visit on one carer's line. A planned block is what a draft wants instead of what stands. */
export interface Block {
  key: string
  kind: 'standing' | 'planned'
  visit: VisitRow
  carer: string
  from: number
  to: number
  /** Minutes of way before it. */
  leg: number
  /** The draft takes it away from here. */
  leaves: boolean
  line?: PlannedLine
}

export interface BoardLine {
  carer: CarerRow
  blocks: Block[]
  shifts: { from: number; to: number }[]
}

/** A move that was sent and not answered yet: shown as if it were done. */
export interface Pending {
  visit: string
  carers: string[]
  start: number
}

export function axisOf(day: DayView): Axis {
  return axisAround([minuteOf(day.limits.from), minuteOf(day.limits.to), ...day.visits.flatMap((visit) => (visit.from && visit.to ? [minuteOf(visit.from), minuteOf(visit.to)] : []))])
}

/** What is laid over the board: the lines that would change, and the visits that would lose their carers. */
export type Overlay = Pick<PlanView, 'lines' | 'unserved'>

/** A proposal for a changed day, laid over the board like a draft. */
export function overlayOf(repair: RepairView): Overlay {
  const reasons = { why: [], minutesAfterWindow: 0, alternatives: [], excluded: {} }
  const lines = repair.lines.flatMap(({ visit, after }): PlannedLine[] => {
    if (!after.from || after.carers.length === 0) return []
    return [{ visit, carers: after.carers, from: after.from, to: clock(minuteOf(after.from) + visit.durationMinutes), legMinutes: [], changes: true, reasons }]
  })
  return { lines, unserved: repair.lines.filter(({ after }) => after.carers.length === 0).map(({ visit }) => ({ visit, reason: '', remedies: [] })) }
}

/** The lines of the board: carers with a shift or a visit by name, then those who are off. */
export function linesOf(day: DayView, plan: Overlay | null | undefined, pending?: Pending): BoardLine[] {
  const visits = new Map(day.visits.map((visit) => [visit.id, visit]))
  const changes = new Map((plan?.lines ?? []).filter((line) => line.changes).map((line) => [line.visit.id, line]))
  const left = new Set((plan?.unserved ?? []).filter((one) => one.visit.carers.length > 0).map((one) => one.visit.id))
  const lines = day.carers.map((carer): BoardLine => {
    const standing = carer.stops.flatMap(({ visit: id, legMinutes }): Block[] => {
      const visit = visits.get(id)
      return visit?.from && visit.to && id !== pending?.visit ? [standingBlock(carer.id, visit, minuteOf(visit.from), legMinutes, leaves(changes.get(id), left.has(id), carer.id))] : []
    })
    const moved = pending?.carers.includes(carer.id) ? visits.get(pending.visit) : undefined
    const shown = moved && pending ? [...standing, standingBlock(carer.id, moved, pending.start, 0, false)] : standing
    const planned = [...changes.values()].flatMap((line): Block[] => (line.carers.some((one) => one.id === carer.id) ? [plannedBlock(carer.id, line)] : []))
    return { carer, blocks: [...shown, ...planned].sort((a, b) => a.from - b.from || a.kind.localeCompare(b.kind)), shifts: carer.shifts.map((shift) => ({ from: minuteOf(shift.from), to: minuteOf(shift.to) })) }
  })
  const off = (line: BoardLine) => line.shifts.length === 0 && line.blocks.length === 0
  return [...lines.filter((line) => !off(line)), ...lines.filter(off)]
}

function leaves(line: PlannedLine | undefined, left: boolean, carer: string): boolean {
  return left || (line !== undefined && (line.from !== line.visit.from || !line.carers.some((one) => one.id === carer)))
}

function standingBlock(carer: string, visit: VisitRow, from: number, leg: number, leaving: boolean): Block {
  return { key: `${carer} ${visit.id}`, kind: 'standing', visit, carer, from, to: from + visit.durationMinutes, leg, leaves: leaving }
}

function plannedBlock(carer: string, line: PlannedLine): Block {
  return { key: `${carer} ${line.visit.id} planned`, kind: 'planned', visit: line.visit, carer, from: minuteOf(line.from), to: minuteOf(line.to), leg: 0, leaves: false, line }
}

/** A visit of several carers: the lines it stands on, first and last, by their places on the board. */
export interface Join {
  visit: string
  at: number
  first: number
  last: number
}

export function joinsOf(lines: BoardLine[]): Join[] {
  const found = new Map<string, Join>()
  lines.forEach((line, n) => {
    for (const block of line.blocks) {
      if (block.kind !== 'standing' || block.visit.crew < 2) continue
      const join = found.get(block.visit.id)
      if (join) join.last = n
      else found.set(block.visit.id, { visit: block.visit.id, at: block.from, first: n, last: n })
    }
  })
  return [...found.values()].filter((join) => join.last > join.first)
}

/** The part of a join that runs through one line. */
export interface RowJoin {
  visit: string
  at: number
  part: 'first' | 'through' | 'last'
}

/** Joins by carer: from the middle of the first line to the middle of the last. */
export function rowJoins(lines: BoardLine[]): Map<string, RowJoin[]> {
  const found = new Map<string, RowJoin[]>()
  for (const { visit, at, first, last } of joinsOf(lines)) {
    for (let n = first; n <= last; n++) {
      const carer = lines[n]!.carer.id
      found.set(carer, [...(found.get(carer) ?? []), { visit, at, part: n === first ? 'first' : n === last ? 'last' : 'through' }])
    }
  }
  return found
}

/** The block of a line nearest in time, for moving up and down by keys. */
export function nearest(line: BoardLine | undefined, from: number): Block | undefined {
  return [...(line?.blocks ?? [])].sort((a, b) => Math.abs(a.from - from) - Math.abs(b.from - from))[0]
}

/** Visits whose carers or time differ between two looks at the day. */
export function changedVisits(before: DayView, after: DayView): string[] {
  const standing = (visit: VisitRow) => `${visit.from ?? ''} ${visit.carers.map((carer) => carer.id).sort().join(' ')}`
  const known = new Map(before.visits.map((visit) => [visit.id, standing(visit)]))
  return after.visits.filter((visit) => known.has(visit.id) && known.get(visit.id) !== standing(visit)).map((visit) => visit.id)
}

/** Present figures, to be held against those of a draft. */
export function figuresOf(day: DayView): { travelMinutes: number; unserved: number } {
  return { travelMinutes: day.carers.reduce((sum, carer) => sum + carer.travelMinutes, 0), unserved: day.open.length }
}
