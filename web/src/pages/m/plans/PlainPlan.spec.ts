import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import type { PlanView } from '@/app/planning'
import words from '@/words/careplan'
import PlainPlan from './PlainPlan.vue'

const PLAN = {
  plan: { id: 'p1', fromOn: '2026-05-01', elder: { id: 'e1', name: '王秀兰' }, status: 'ACCEPTED' },
  items: [{ id: 'i1', service: 'CLEANING', serviceName: '助洁', unit: '小时', units: 1, weekdays: [1], windowFrom: '09:00', windowTo: '11:00' }],
  quote: { mostElderFen: 0, months: [{ publicFen: 16000, voucherFen: 0 }] },
  history: [],
}
const said = (plan: object) => mount(PlainPlan, { props: { plan: plan as PlanView } }).text()

it('tells the elder and the family that the plan costs them more than they agreed to, and no longer that it costs nothing', () => {
  expect(said(PLAN)).toContain(words.m.free)

  const beyond = said({ ...PLAN, beyondAgreed: { month: '2026-12', elderFen: 16000, agreedFen: 0, entitled: false } })

  expect(beyond).toContain('补助到期了：2026 年 12 月您自己大约要付 160 元，超过您同意的每月 0 元')
  expect(beyond).not.toContain(words.m.free)
})
