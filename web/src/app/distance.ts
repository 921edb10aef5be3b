import { count } from './format'

/** `850 米` below a kilometre, `3.5 公里` from there on. */
export function distance(meters: number): string {
  return meters < 1000 ? `${count(Math.round(meters))} 米` : `${count(meters / 1000)} 公里`
}
