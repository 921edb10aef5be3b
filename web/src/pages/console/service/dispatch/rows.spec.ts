import { expect, it } from 'vitest'
import { aCarer, aDay, aVisit } from './fixtures'
import { axisOf, changedVisits, figuresOf, joinsOf, linesOf, nearest, overlayOf, rowJoins } from './rows'
import type { PlannedLine, PlanView, RepairView } from './shapes'

const li = { id: 'c1', name: '李芳' }
const zhao = { id: 'c2', name: '赵敏' }
const first = aVisit({ carers: [li], from: '09:00:00', to: '10:00:00' })
const bath = aVisit({ id: 'v2', crew: 2, carers: [li, zhao], from: '11:00:00', to: '12:00:00' })
const day = aDay({
  visits: [first, bath],
  carers: [aCarer('c3', '休息的'), aCarer('c1', '李芳', [{ visit: 'v1', legMinutes: 7 }, { visit: 'v2', legMinutes: 5 }]), aCarer('c4', '周丽'), aCarer('c2', '赵敏', [{ visit: 'v2', legMinutes: 9 }])],
})
day.carers[0]!.shifts = []

function planWith(line: Partial<PlannedLine>): PlanView {
  return { plan: {} as PlanView['plan'], unserved: [], refused: [], outdated: 0, lines: [{ visit: first, carers: [zhao], from: '09:30:00', to: '10:30:00', legMinutes: [3], changes: true, reasons: { why: [], minutesAfterWindow: 0, alternatives: [], excluded: {} }, ...line }] }
}

it('puts those who are off below the others', () => {
  expect(linesOf(day, null).map((line) => line.carer.name)).toEqual(['李芳', '周丽', '赵敏', '休息的'])
})

it('lays blocks with their ways on the lines of all carers of the visit', () => {
  const lines = linesOf(day, null)
  expect(lines[0]!.blocks.map((block) => [block.visit.id, block.from, block.to, block.leg])).toEqual([['v1', 540, 600, 7], ['v2', 660, 720, 5]])
  expect(joinsOf(lines)).toEqual([{ visit: 'v2', at: 660, first: 0, last: 2 }])
  expect([...rowJoins(lines)].map(([carer, joins]) => [carer, joins[0]!.part])).toEqual([['c1', 'first'], ['c4', 'through'], ['c2', 'last']])
})

it('lays the lines of a draft that differ over what stands, and marks what they take away', () => {
  const lines = linesOf(day, planWith({}))
  expect(lines[2]!.blocks.map((block) => [block.kind, block.visit.id, block.from])).toEqual([['planned', 'v1', 570], ['standing', 'v2', 660]])
  expect(lines[0]!.blocks.map((block) => block.leaves)).toEqual([true, false])
  expect(linesOf(day, planWith({ changes: false })).flatMap((line) => line.blocks).some((block) => block.kind === 'planned' || block.leaves)).toBe(false)
})

it('marks a visit that a draft leaves to nobody', () => {
  const plan: PlanView = { plan: {} as PlanView['plan'], lines: [], refused: [], outdated: 0, unserved: [{ visit: first, reason: 'ALL_BUSY', remedies: [] }] }
  expect(linesOf(day, plan)[0]!.blocks[0]!.leaves).toBe(true)
})

it('lays a proposal for a changed day over the board like a draft', () => {
  const repair = { repair: {} as RepairView['repair'], lines: [{ part: 'MOVED', visit: first, before: { carers: [li], from: '09:00:00' }, after: { carers: [zhao], from: '14:00:00' } }, { part: 'LOST', visit: bath, before: { carers: [li, zhao], from: '11:00:00' }, after: { carers: [], from: null } }] }
  const lines = linesOf(day, overlayOf(repair))
  expect(lines[2]!.blocks.map((block) => [block.kind, block.visit.id, block.from, block.leaves])).toEqual([['standing', 'v2', 660, true], ['planned', 'v1', 840, false]])
  expect(lines[0]!.blocks.every((block) => block.leaves)).toBe(true)
})

it('shows a move that was sent as if it were done', () => {
  const lines = linesOf(day, null, { visit: 'v1', carers: ['c4'], start: 605 })
  expect(lines[0]!.blocks.map((block) => block.visit.id)).toEqual(['v2'])
  expect(lines[1]!.blocks.map((block) => [block.visit.id, block.from])).toEqual([['v1', 605]])
})

it('finds the block nearest in time for the arrow keys', () => {
  expect(nearest(linesOf(day, null)[0], 640)!.visit.id).toBe('v2')
  expect(nearest(linesOf(day, null)[1], 640)).toBeUndefined()
})

it('tells which visits others changed between two looks', () => {
  const later = aDay({ visits: [{ ...first, from: '09:05:00' }, { ...bath, carers: [zhao, li] }, aVisit({ id: 'v3' })] })
  expect(changedVisits(day, later)).toEqual(['v1'])
})

it('sums the present ways and opens the line of hours for the hours of dispatch', () => {
  expect(figuresOf(day)).toEqual({ travelMinutes: 40, unserved: 0 })
  expect(axisOf(day)).toEqual({ from: 420, to: 1200 })
  expect(axisOf({ ...day, limits: { from: '06:00:00', to: '21:30:00', maximumMinutes: 480 } })).toEqual({ from: 360, to: 1320 })
})
