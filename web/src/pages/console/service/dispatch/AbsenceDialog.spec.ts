import { expect, it } from 'vitest'
import { accessible, network, show, type Answer } from '@/testing/page'
import AbsenceDialog from './AbsenceDialog.vue'
import { aCarer } from './fixtures'

const ill = { id: 'a1', from: '2026-11-24T00:00:00+08:00', to: '2026-11-27T00:00:00+08:00', reason: 'ILLNESS', note: '发烧' }

async function shown(withdrawal: () => Answer) {
  let known = [ill]
  const asked = network(({ method, path }) => {
    if (path.endsWith('/withdrawal')) {
      const answer = withdrawal()
      if (answer.status === 204) known = []
      return answer
    }
    if (method === 'POST') return { status: 201, body: { id: 'a2' } }
    return path === '/api/absences' ? { body: known } : undefined
  })
  const closed: boolean[][] = []
  const page = await show({
    components: { AbsenceDialog },
    setup: () => ({ carer: aCarer('c1', '李倩蕾'), close: (...done: boolean[]) => closed.push(done) }),
    template: '<AbsenceDialog :carer="carer" day="2026-12-01" as-of="2026-11-23T22:00:00+08:00" @close="close" />',
  })
  await page.settle()
  return { page, asked, closed }
}

function fill(field: HTMLElement, value: string): void {
  ;(field as HTMLInputElement).value = value
  field.dispatchEvent(new Event('input'))
}

it('writes down an absence of several days', async () => {
  const { page, asked, closed } = await shown(() => ({ status: 204 }))
  fill(page.by('textbox', '到哪一天'), '2026-11-30')
  document.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }))
  await page.settle()
  expect(page.text()).toContain('结束时间要晚于开始时间。')

  fill(page.by('textbox', '到哪一天'), '2026-12-05')
  fill(page.by('textbox', '到几点'), '12:00')
  document.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }))
  await page.settle()

  expect(asked.find((one) => one.path === '/api/carers/c1/absences')!.body).toMatchObject({ from: '2026-12-01T08:00:00+08:00', to: '2026-12-05T12:00:00+08:00', reason: 'ILLNESS' })
  expect(closed).toEqual([[true, true]])
})

it('shows what is written down from today on and takes it back', async () => {
  const { page, asked, closed } = await shown(() => ({ status: 204 }))
  expect(asked.find((one) => one.path === '/api/absences')!.query.toString()).toBe('from=2026-11-23&to=2027-12-28&carer=c1')
  expect(page.text()).toContain('2026-11-24 00:00 到 2026-11-27 00:00 · 生病（发烧）')
  await accessible()

  page.by('button', '撤回 2026-11-24 00:00 起的缺勤').click()
  await page.settle()

  expect(asked.some((one) => one.method === 'POST' && one.path === '/api/carers/c1/absences/a1/withdrawal')).toBe(true)
  expect(page.text()).not.toContain('发烧')
  page.by('button', '取消').click()
  expect(closed).toEqual([[true, false]])
})

it('says why it could not be taken back', async () => {
  const { page, closed } = await shown(() => ({ status: 404, body: { type: '/problems/web/not-found', title: '', status: 404 } }))

  page.by('button', /撤回/).click()
  await page.settle()

  expect(page.text()).toContain('没有找到这条记录')
  expect(page.text()).toContain('发烧')
  page.by('button', '取消').click()
  expect(closed).toEqual([[false, false]])
})
