import { expect, it } from 'vitest'
import { aCarer, aDay, aVisit } from './fixtures'
import { linesOf } from './rows'
import { stepFrom } from './walk'

const li = { id: 'c1', name: '李芳' }
const wu = { id: 'c3', name: '吴敏' }
const lines = linesOf(
  aDay({
    visits: [aVisit({ carers: [li], from: '09:00:00', to: '10:00:00' }), aVisit({ id: 'v2', carers: [li], from: '14:00:00', to: '15:00:00' }), aVisit({ id: 'v3', carers: [wu], from: '13:30:00', to: '14:30:00' })],
    carers: [aCarer('c1', '李芳', [{ visit: 'v1', legMinutes: 0 }, { visit: 'v2', legMinutes: 0 }]), aCarer('c2', '没有单子的'), aCarer('c3', '吴敏', [{ visit: 'v3', legMinutes: 0 }])],
  }),
  null,
)

it('walks along a line, to the name at its head, and stops at its end', () => {
  expect(stepFrom(lines, 'c1', 'c1 v1', 'ArrowRight')).toEqual({ carer: 'c1', key: 'c1 v2' })
  expect(stepFrom(lines, 'c1', 'c1 v2', 'ArrowRight')).toBeUndefined()
  expect(stepFrom(lines, 'c1', 'c1 v1', 'ArrowLeft')).toEqual({ carer: 'c1', key: 'name' })
  expect(stepFrom(lines, 'c1', undefined, 'ArrowRight')).toEqual({ carer: 'c1', key: 'c1 v1' })
  expect(stepFrom(lines, 'c1', 'c1 v1', 'End')).toEqual({ carer: 'c1', key: 'c1 v2' })
  expect(stepFrom(lines, 'c1', 'c1 v2', 'Home')).toEqual({ carer: 'c1', key: 'name' })
})

it('goes up and down to the visit nearest in time, past carers who have none', () => {
  expect(stepFrom(lines, 'c1', 'c1 v2', 'ArrowDown')).toEqual({ carer: 'c3', key: 'c3 v3' })
  expect(stepFrom(lines, 'c3', 'c3 v3', 'ArrowUp')).toEqual({ carer: 'c1', key: 'c1 v2' })
  expect(stepFrom(lines, 'c1', undefined, 'ArrowDown')).toEqual({ carer: 'c2', key: 'name' })
  expect(stepFrom(lines, 'c3', 'c3 v3', 'ArrowDown')).toBeUndefined()
  expect(stepFrom(lines, 'c1', 'c1 v1', 'x')).toBeUndefined()
})
