import type { CarerRow, DayView, Moves, VisitRow } from './shapes'

/** A small day for tests: valid, and nothing in it matters unless a test says so. */
export function aVisit(over: Partial<VisitRow> = {}): VisitRow {
  return {
    id: 'v1', elder: { id: 'e1', name: '王秀兰' }, regionName: '朝阳街道', position: { lng: 120.1, lat: 30.9 }, service: 'CLEANING', serviceName: '助洁', windowFrom: '09:00:00', windowTo: '10:00:00', durationMinutes: 60, crew: 1,
    carers: [], from: null, to: null, usualCarer: null, locked: false, ...over,
  }
}

export function aCarer(id: string, name: string, stops: CarerRow['stops'] = []): CarerRow {
  return { id, name, base: { lng: 120.1, lat: 30.9 }, shifts: [{ from: '08:00:00', to: '17:00:00' }], skills: [], certificateLevel: 5, travelMinutes: 10, serviceMinutes: 60, stops }
}

export function aDay(over: Partial<DayView> = {}): DayView {
  return {
    day: '2026-11-24', provider: { id: 'p', name: '听泉' }, version: 1, asOf: '2026-11-23T08:00:00+08:00', frozen: false, limits: { from: '07:30:00', to: '19:00:00', maximumMinutes: 480 }, carers: [], visits: [], open: [], broken: [], plans: [], changes: [],
    ...over,
  }
}

type Spans = Moves['carers'][number]['spans']
export const free = (from: string, to: string, extraMinutes = 0, dayMinutes = 100): Spans[number] => ({ from, to, extraMinutes, dayMinutes })
export const taken = (from: string, to: string, rule: string, otherVisit?: string): Spans[number] => ({ from, to, extraMinutes: 0, dayMinutes: 0, rule, otherVisit })

export function someMoves(carers: { id: string; name: string; usual?: boolean; spans: Spans }[]): Moves {
  return { visit: 'v1', maximumMinutes: 480, carers: carers.map(({ id, name, usual = false, spans }) => ({ carer: { id, name }, usual, wished: false, plannedMinutes: 40, spans })) }
}
