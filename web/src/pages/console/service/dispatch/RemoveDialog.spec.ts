import { expect, it } from 'vitest'
import { accessible, network, show } from '@/testing/page'
import { aVisit } from './fixtures'
import RemoveDialog from './RemoveDialog.vue'

const visit = aVisit({ carers: [{ id: 'c1', name: '李倩蕾' }, { id: 'c2', name: '王芳' }], from: '09:00:00' })

it('takes away only what the person saw, and says what a colleague did meanwhile before it is asked again', async () => {
  let overtaken = true
  const asked = network(({ method }) => {
    if (method !== 'DELETE') return undefined
    return overtaken ? { status: 409, body: { type: '/problems/dispatch/moved-meanwhile', title: '', status: 409, carers: [{ id: 'c3', name: '陈静' }], from: '10:00:00' } } : { body: { change: 'x' } }
  })
  const closed: boolean[] = []
  const page = await show({ components: { RemoveDialog }, setup: () => ({ visit, close: (done: boolean) => closed.push(done) }), template: '<RemoveDialog :visit="visit" @close="close" />' })
  const reason = page.by('textbox', /原因/) as HTMLInputElement
  reason.value = '家属来电'
  reason.dispatchEvent(new Event('input'))

  page.by('button', /撤下/).click()
  await page.settle()

  expect(page.text()).toContain('现在是陈静 10:00')
  expect(closed).toEqual([])
  await accessible()

  overtaken = false
  page.by('button', /撤下/).click()
  await page.settle()

  const sent = asked.filter((one) => one.method === 'DELETE').map((one) => [one.query.getAll('seenCarers'), one.query.get('seenFrom')])
  expect(sent).toEqual([[['c1', 'c2'], '09:00:00'], [['c3'], '10:00:00']])
  expect(closed).toEqual([true])
})
