import { describe, expect, it } from 'vitest'
import { aVisit, free, someMoves, taken } from './fixtures'
import { bestPlace, groundOf, hatchesOf, judge, outsideOf, snap } from './ground'

const axis = { from: 420, to: 1200 }
const person = (name: string) => ({ id: name, name })
const ground = groundOf(
  someMoves([
    { id: '李芳', name: '李芳', spans: [taken('07:30', '08:09', 'SHIFT'), free('08:10', '09:00', 12, 112), taken('09:01', '10:22', 'ONE_PLACE', 'v9'), free('10:23', '18:00', 4, 104)] },
    { id: '赵敏', name: '赵敏', usual: true, spans: [taken('07:30', '18:00', 'SKILL')] },
    { id: '周丽', name: '周丽', spans: [free('07:30', '17:00', 20, 300), { ...free('17:01', '18:00', 30, 500), rule: 'DAY_LENGTH' }] },
  ]),
)

describe('a place for a visit', () => {
  it('costs the new ways less the present ones', () => {
    const visit = aVisit({ carers: [person('周丽')], from: '09:30:00', to: '10:30:00' })
    expect(judge(ground, visit, '周丽', '李芳', 640)).toMatchObject({ carers: ['李芳'], way: 4 - 20, dayMinutes: 104, outside: 40 })
    expect(judge(ground, visit, '周丽', '李芳', 640).rule).toBeUndefined()
    expect(judge(ground, visit, '周丽', '李芳', 530).outside).toBe(10)
  })

  it('is refused with the rule, whom it is about and the visit in the way', () => {
    expect(judge(ground, aVisit(), undefined, '李芳', 560)).toMatchObject({ rule: 'ONE_PLACE', about: '李芳', other: 'v9' })
    expect(judge(ground, aVisit(), undefined, '赵敏', 560)).toMatchObject({ rule: 'SKILL', about: '赵敏' })
    expect(judge(ground, aVisit(), undefined, '李芳', 1100)).toMatchObject({ rule: 'DISPATCH_HOURS' })
    expect(judge(ground, aVisit(), undefined, '周丽', 1030)).toMatchObject({ rule: 'DAY_LENGTH', over: 20 })
    expect(judge(ground, aVisit(), undefined, 'nobody', 560)).toMatchObject({ rule: 'ON_DUTY' })
  })

  it('compares no ways where the present place breaks a rule itself', () => {
    const lapsed = aVisit({ carers: [person('赵敏')], from: '09:30:00', to: '10:30:00' })
    expect(judge(ground, lapsed, '赵敏', '李芳', 640).way).toBeUndefined()
  })

  it('takes the whole crew along, and finds who is missing', () => {
    const bath = aVisit({ crew: 2, carers: [person('李芳'), person('周丽')], from: '11:00:00', to: '12:00:00' })
    expect(judge(ground, bath, '李芳', '周丽', 660)).toMatchObject({ rule: 'CREW' })
    expect(judge(ground, bath, '李芳', '李芳', 560)).toMatchObject({ rule: 'ONE_PLACE', about: '李芳' })
    expect(judge(ground, bath, '周丽', '周丽', 560)).toMatchObject({ rule: 'ONE_PLACE', about: '李芳' })
    const open = aVisit({ crew: 2 })
    expect(judge(ground, open, undefined, '李芳', 660)).toMatchObject({ carers: ['李芳', '周丽'], joined: ['周丽'], way: 24 })
    expect(judge(ground, { ...open, crew: 3 }, undefined, '李芳', 660)).toMatchObject({ rule: 'CREW' })
  })
})

it('measures the distance from the agreed window', () => {
  expect([530, 540, 600, 625].map((start) => outsideOf(aVisit(), start))).toEqual([10, 0, 0, 25])
})

describe('snapping', () => {
  const li = ground.carers.get('李芳')
  it('keeps to five minutes where that may be done', () => expect(snap(502.4, 5, li)).toBe(500))
  it('goes to the nearest possible minute beside a limit', () => {
    expect(snap(621, 5, li)).toBe(623)
    expect(snap(543, 5, li)).toBe(540)
  })
  it('stays on the step where nothing near is possible', () => expect(snap(571, 5, li)).toBe(570))
  it('keeps to the step before the server has answered', () => expect(snap(571, 5)).toBe(570))
})

describe('hatching', () => {
  it('covers what no allowed start covers, with the rule that takes most of it', () => {
    expect(hatchesOf(ground.carers.get('李芳')!, 60, axis)).toEqual([
      { from: 420, to: 490, rule: 'SHIFT', other: undefined },
      { from: 600, to: 623, rule: 'ONE_PLACE', other: 'v9' },
      { from: 1140, to: 1200, rule: 'DISPATCH_HOURS', other: undefined },
    ])
  })

  it('covers the whole line of somebody who may not come at all', () => {
    expect(hatchesOf(ground.carers.get('赵敏')!, 60, axis)).toEqual([{ from: 420, to: 1200, rule: 'SKILL', other: undefined }])
  })
})

it('begins by keys in the window, with the usual carer, by the shortest way', () => {
  expect(bestPlace(ground, aVisit())).toEqual({ carer: '李芳', start: 540 })
  expect(bestPlace(ground, aVisit({ windowFrom: '09:30:00', windowTo: '10:00:00' }))).toEqual({ carer: '周丽', start: 570 })
  const known = groundOf(someMoves([{ id: 'near', name: '近的', spans: [free('07:30', '18:00', 1)] }, { id: 'known', name: '常用的', usual: true, spans: [free('07:30', '18:00', 9)] }]))
  expect(bestPlace(known, aVisit())).toEqual({ carer: 'known', start: 540 })
  expect(bestPlace(groundOf(someMoves([{ id: 'a', name: '甲', spans: [taken('07:30', '18:00', 'SKILL')] }])), aVisit())).toBeUndefined()
})
