import { expect, it, vi } from 'vitest'
import { notices } from '@/app/notices'
import { accessible, aSession, network, show } from '@/testing/page'
import Assessment from './Assessment.page.vue'

const SHEET = {
  assessment: {
    id: 'p1', number: 'PG00000001', elder: { id: 'e1', name: '王秀兰' }, regionCode: '330502003012', regionName: '某村', reason: 'FIRST', reasonName: '首次评估', status: 'STARTED', statusName: '评估中',
    requestedAt: '2026-11-20T10:00:00+08:00', plannedAt: '2026-11-23T10:00:00+08:00', place: '老人家中', assessors: [{ id: 'a1', name: '沈丽华' }, { id: 'a2', name: '陆明' }], mine: true,
  },
  form: null,
  signatures: [],
  history: [{ to: 'SCHEDULED', toName: '已安排', actorName: null, at: '2026-11-20T11:00:00+08:00' }],
}
const RETURNED = { ...SHEET, assessment: { ...SHEET.assessment, status: 'REQUESTED', statusName: '待安排', plannedAt: null, place: null, assessors: [], mine: false } }

it('lets an assessor who has begun declare to be a relative, and tells what became of the sheet', async () => {
  let declared = false
  const asked = network(({ method }) => {
    if (method === 'POST') declared = true
    return { body: method === 'POST' ? { stood: 'BEGUN' } : declared ? RETURNED : SHEET }
  })
  const shown = await show(Assessment, { id: 'p1' }, { session: { ...aSession, permissions: ['assessment.complete'] } })

  shown.by('button', '我是这位老人的亲属，须回避').click()
  await shown.settle()
  shown.by('button', '声明回避').click()

  await vi.waitFor(() => expect(asked.some((one) => one.method === 'POST' && one.path === '/api/assessors/relatives')).toBe(true))
  await vi.waitFor(() => expect(notices.map((one) => one.text).join()).toContain('已填的内容和签名作废'))
  await vi.waitFor(() => expect(shown.text()).toContain('请等镇街安排评估员'))
  expect(shown.text()).not.toContain('我是这位老人的亲属，须回避')
  await accessible()
})
