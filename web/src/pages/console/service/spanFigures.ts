/** Figures of the same days planned in one way, to be held against another. */
export interface SpanFigures {
  visits: number
  unserved: number
  travelMinutes: number
  serviceMinutes: number
  carersPerElder: number
  notUsual: number
  minutesAfterWindow: number
  carersAtWork: number
  longestDayMinutes: number
  loadSpreadMinutes: number
}
