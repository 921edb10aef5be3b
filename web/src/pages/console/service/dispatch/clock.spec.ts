import { expect, it } from 'vitest'
import { axisAround, bar, clock, hoursOf, minuteOf, share } from './clock'

it('reads and writes clock times', () => {
  expect(minuteOf('09:30:00')).toBe(570)
  expect(clock(570)).toBe('09:30')
  expect(clock(minuteOf('00:05'))).toBe('00:05')
})

it('shows seven to twenty, and whole hours more where a visit lies outside', () => {
  expect(axisAround([480, 1100])).toEqual({ from: 420, to: 1200 })
  expect(axisAround([400, 1210])).toEqual({ from: 360, to: 1260 })
  expect(hoursOf({ from: 420, to: 600 })).toEqual([420, 480, 540])
})

it('places a bar by shares of the line and cuts it at the ends', () => {
  const axis = { from: 420, to: 1200 }
  expect(share(axis, 810)).toBe(0.5)
  expect(bar(axis, 420, 498)).toEqual({ left: '0.000%', width: '10.000%' })
  expect(bar(axis, 498, 576)).toEqual({ left: '10.000%', width: '10.000%' })
  expect(bar(axis, 300, 498)).toEqual({ left: '0.000%', width: '10.000%' })
})
