import { expect, it, vi } from 'vitest'
import { useCity } from '@/app/city'
import { accessible, network, show } from '@/testing/page'
import { aCarer, aDay, aVisit } from '../dispatch/fixtures'
import WeekWhatIf from './WeekWhatIf.vue'

vi.mock('@/components/EcMap/draw', () => ({ mapOf: async () => ({ show: () => undefined, remove: () => undefined }) }))

const figures = { visits: 9, unserved: 4, travelMinutes: 10, serviceMinutes: 60, carersPerElder: 1, notUsual: 0, minutesAfterWindow: 0, carersAtWork: 1, longestDayMinutes: 60, loadSpreadMinutes: 0 }

it('asks for a provider of the county and the whole week, and says in words what the server refused', async () => {
  let refuse = false
  const asked = network(({ path, query }) => {
    if (path === '/api/providers') return { body: { items: query.get('region') === '330502000000' ? [{ id: 'p', name: '听泉' }] : [], total: 1, page: 1, size: 200, asOf: '' } }
    if (path === '/api/providers/p') return { body: { regionCode: '330502003000', lng: 120.15, lat: 30.85 } }
    if (path === '/api/facilities') return { body: { items: [], total: 0, page: 1, size: 200, asOf: '' } }
    if (path === '/api/regions/boundaries') return { body: { type: 'FeatureCollection', features: [] } }
    if (path === '/api/dispatch/day') return { body: aDay({ carers: [{ ...aCarer('c1', '李倩蕾'), skills: ['DEMENTIA'] }], visits: [aVisit()] }) }
    if (path !== '/api/dispatch/what-ifs') return undefined
    return refuse ? { status: 400, body: { type: '/problems/web/invalid', title: '', status: 400, errors: [{ field: 'extras.skills', code: 'skill-unknown', params: { skills: ['FLYING'] } }] } } : { body: { without: figures, with: { ...figures, unserved: 1 } } }
  })
  const page = await show({ components: { WeekWhatIf }, setup: () => void (useCity().city ??= { center: { lng: 120.1, lat: 30.9 }, zoom: 10 } as never), template: '<WeekWhatIf region="330502000000" from="2026-11-24" :days="7" />' })
  await page.settle()
  await accessible()
  const choice = page.by('combobox', /服务商/) as HTMLSelectElement
  choice.value = 'p'
  choice.dispatchEvent(new Event('change'))
  await page.settle()

  document.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }))
  await page.settle()
  expect(page.text()).toContain('听泉，2026-11-24 起。')
  await accessible()
  const compute = document.querySelector('dialog form')!
  compute.dispatchEvent(new Event('submit', { cancelable: true }))
  await page.settle()

  expect(asked.find((one) => one.path === '/api/dispatch/day')!.query.get('provider')).toBe('p')
  expect(asked.find((one) => one.path === '/api/dispatch/what-ifs')!.body).toMatchObject({ provider: 'p', from: '2026-11-24', days: 7 })
  expect(page.text()).toContain('没有人去的单子从 4 减到 1')
  expect(page.text()).toContain('失智照护')

  refuse = true
  compute.dispatchEvent(new Event('submit', { cancelable: true }))
  await page.settle()
  expect(page.by('alert').textContent).toBe('服务清单里没有这项技能：FLYING。请从列出的技能里选')
})
