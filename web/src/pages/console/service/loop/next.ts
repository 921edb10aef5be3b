import type { CareCase } from '@/app/intake'
import words from '@/words/intake'

export interface NextLink {
  label: string
  to: string
}

/** Where the step a case waits for is done, for those who may open that page. */
export function nextLinks({ step, month, elder, closedAt }: CareCase, may: (permission: string) => boolean): NextLink[] {
  if (closedAt) return []
  const text = words.case.next
  const offered: [string, NextLink][] = {
    NEED: [],
    ASSESSED: [['assessment.read', { label: text.assessments, to: `/need/assessments?elder=${elder.id}` }]],
    ELIGIBLE: [['eligibility.read', { label: text.entitlement, to: `/need/entitlements/${elder.id}` }]],
    PLANNED: [
      ['careplan.write', { label: text.newPlan, to: `/need/plans/new?elder=${elder.id}` }],
      ['careplan.read', { label: text.plans, to: `/need/plans?elder=${elder.id}` }],
    ],
    ORDERED: [['order.read', { label: text.orders, to: `/service/orders?elder=${elder.id}` }]],
    MATCHED: [['order.read', { label: text.orders, to: `/service/orders?elder=${elder.id}` }]],
    DISPATCHED: [['visit.read', { label: text.visits, to: `/service/visits?elder=${elder.id}` }]],
    VISITED: [['visit.read', { label: text.visits, to: `/service/visits?elder=${elder.id}` }]],
    VERIFIED: [['visit.read', { label: text.visits, to: `/service/visits?elder=${elder.id}` }]],
    EVALUATED: [['rating.read', { label: text.scores, to: `/oversight/scores?month=${month ?? ''}` }]],
    SETTLED: [['settlement.read', { label: text.statements, to: `/funding/statements?month=${month ?? ''}` }]],
    PAID: [['payment.read', { label: text.payments, to: '/funding/payments' }]],
    FELT: [['feedback.give', { label: text.rate, to: `/service/visits?elder=${elder.id}&status=CONFIRMED` }]],
  }[step] as [string, NextLink][]
  return offered.filter(([permission]) => may(permission)).map(([, link]) => link)
}

/** Whether the menu of the reader leads to where the server says a record is; a case stands open to everybody who reads its steps. */
export function reachable(path: string, menu: { items: { path: string }[] }[]): boolean {
  return path.startsWith('/console/service/cases/') || menu.some((room) => room.items.some((item) => path.startsWith(`${item.path}/`)))
}
