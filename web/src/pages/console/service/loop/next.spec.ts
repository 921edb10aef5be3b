import { describe, expect, it } from 'vitest'
import type { CareCase, CaseStep } from '@/app/intake'
import { stepNames } from '@/words/intake'
import { nextLinks, reachable } from './next'

const waiting = (step: CaseStep, more: Partial<CareCase> = {}) => ({ step, month: '2026-12', elder: { id: 'e1', name: '王秀兰' }, ...more }) as CareCase

describe('the next step of a case', () => {
  it('is one link away for whoever may do it, whichever step it is', () => {
    for (const step of Object.keys(stepNames) as CaseStep[]) {
      if (step !== 'NEED') expect(nextLinks(waiting(step), () => true), step).not.toEqual([])
    }
    expect(nextLinks(waiting('SETTLED'), () => true)[0]!.to).toBe('/funding/statements?month=2026-12')
  })

  it('is not offered to those who may not open the page, nor for a closed case', () => {
    expect(nextLinks(waiting('PLANNED'), (permission) => permission === 'careplan.read').map((link) => link.to)).toEqual(['/need/plans?elder=e1'])
    expect(nextLinks(waiting('PAID', { closedAt: '2027-01-16T10:00:00+08:00' }), () => true)).toEqual([])
  })
})

describe('the record of a step', () => {
  const menu = [{ items: [{ path: '/console/service/visits' }] }]

  it('is opened by those whose menu leads there', () => {
    expect(reachable('/console/service/visits/v1', menu)).toBe(true)
    expect(reachable('/console/funding/statements/s1', menu)).toBe(false)
    expect(reachable('/console/service/cases/c1', [])).toBe(true)
  })
})
