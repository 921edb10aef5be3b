/** Distances and stays as people say them. */
import { count, day, moment, time } from './format'

/** `850 米` below a kilometre, `3.5 公里` from there on. */
export function distance(meters: number): string {
  return meters < 1000 ? `${count(Math.round(meters))} 米` : `${count(meters / 1000)} 公里`
}

/** `14:30`, with the day where it is not the one that is known from beside it. */
export function momentBeside(at: string, known?: string): string {
  return day(new Date(at)) === known ? time(at) : moment(at)
}

/** `14:30—15:20`; with the day where it is not the one that is known from beside it: `2026-11-22 23:35—2026-11-23 00:20`. */
export function stay(from: string | null | undefined, to: string | null | undefined, known?: string): string {
  if (!from) return '—'
  return `${momentBeside(from, known)}—${to ? momentBeside(to, day(new Date(from))) : ''}`
}
