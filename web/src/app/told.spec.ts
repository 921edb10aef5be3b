import { expect, it } from 'vitest'
import { distance, stay } from './told'

it('tells a distance in metres, from a kilometre on in kilometres', () => {
  expect([0, 949.6, 999, 1000, 25_640].map(distance)).toEqual(['0 米', '950 米', '999 米', '1 公里', '25.6 公里'])
})

it('names the day of a stay where it is not the one beside it', () => {
  const [evening, night] = ['2026-11-22T23:35:00+08:00', '2026-11-23T00:20:00+08:00']
  expect(stay(undefined, undefined)).toBe('—')
  expect(stay(evening, undefined, '2026-11-22')).toBe('23:35—')
  expect(stay(evening, '2026-11-22T23:50:00+08:00')).toBe('2026-11-22 23:35—23:50')
  expect(stay(evening, night, '2026-11-22')).toBe('23:35—2026-11-23 00:20')
  expect(stay(evening, night, '2026-11-24')).toBe('2026-11-22 23:35—2026-11-23 00:20')
})
