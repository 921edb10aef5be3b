/** Minutes of the day on a line of hours. A start is a minute from 00:00; places on the line are shares of its width. */
export interface Axis {
  /** First and last minute shown, whole hours. */
  from: number
  to: number
}

const HOUR = 60

/** 570 from `09:30` or `09:30:00`. */
export function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * HOUR + minutes
}

/** `09:30` from 570. */
export function clock(minute: number): string {
  return `${String(Math.floor(minute / HOUR)).padStart(2, '0')}:${String(minute % HOUR).padStart(2, '0')}`
}

/** From seven to twenty, wider where something lies outside. */
export function axisAround(minutes: number[]): Axis {
  const from = Math.min(7 * HOUR, ...minutes)
  const to = Math.max(20 * HOUR, ...minutes)
  return { from: Math.floor(from / HOUR) * HOUR, to: Math.min(24 * HOUR, Math.ceil(to / HOUR) * HOUR) }
}

export function hoursOf(axis: Axis): number[] {
  return Array.from({ length: (axis.to - axis.from) / HOUR }, (_, n) => axis.from + n * HOUR)
}

/** Where a minute lies, 0 to 1. */
export function share(axis: Axis, minute: number): number {
  return Math.min(1, Math.max(0, (minute - axis.from) / (axis.to - axis.from)))
}

/** CSS of a bar from one minute to another, cut at the ends of the line. */
export function bar(axis: Axis, from: number, to: number): { left: string; width: string } {
  const left = share(axis, from)
  return { left: `${(left * 100).toFixed(3)}%`, width: `${((share(axis, to) - left) * 100).toFixed(3)}%` }
}
