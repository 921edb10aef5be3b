import { expect, it, vi } from 'vitest'
import EcMap from '@/components/EcMap/EcMap.vue'
import { useCity } from '@/app/city'
import { accessible, network, show, type Asked } from '@/testing/page'
import { aCarer, aDay, aVisit } from './fixtures'
import WhatIfDialog from './WhatIfDialog.vue'

/** Nothing is drawn without a browser; the table beside the map stays. */
vi.mock('@/components/EcMap/draw', () => ({ mapOf: async () => ({ show: () => undefined, remove: () => undefined }) }))

const figures = { visits: 2, unserved: 1, travelMinutes: 10, serviceMinutes: 60, carersPerElder: 1, notUsual: 0, minutesAfterWindow: 0, carersAtWork: 1, longestDayMinutes: 60, loadSpreadMinutes: 0 }
const center = { id: 't1', name: '朝阳街道养老服务中心', lng: 120.2, lat: 30.8 }
const day = aDay({ carers: [aCarer('c1', '李倩蕾')], visits: [aVisit(), aVisit({ id: 'v2', elder: { id: 'e2', name: '沈阿英' }, position: { lng: 120.3, lat: 30.7 } })] })

async function shown() {
  const asked = network(({ path }) => {
    if (path === '/api/providers/p') return { body: { regionCode: '330502003000', lng: 120.15, lat: 30.85 } }
    if (path === '/api/facilities') return { body: { items: [center], total: 1, page: 1, size: 200, asOf: '' } }
    if (path === '/api/regions/boundaries') return { body: { type: 'FeatureCollection', features: [] } }
    return path === '/api/dispatch/what-ifs' ? { body: { without: figures, with: { ...figures, unserved: 0 } } } : undefined
  })
  const page = await show({ components: { WhatIfDialog }, setup: () => { useCity().city ??= { center: { lng: 120.1, lat: 30.9 }, zoom: 10 } as never; return { day } }, template: '<WhatIfDialog :day="day" />' })
  await page.settle()
  return { page, asked }
}

const extra = (asked: Asked[]) => (asked.find((one) => one.path === '/api/dispatch/what-ifs')!.body as { extras: { lng: number; lat: number }[] }).extras[0]

async function compute(page: Awaited<ReturnType<typeof shown>>['page']): Promise<void> {
  document.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }))
  await page.settle()
}

it('lets the extra carers start where the map was clicked', async () => {
  const { page, asked } = await shown()

  page.wrapper.findComponent(EcMap).vm.$emit('spot', { lng: 120.45, lat: 30.65 })
  await page.settle()
  await compute(page)

  expect(extra(asked)).toMatchObject({ lng: 120.45, lat: 30.65 })
  expect(page.text()).toContain('没有人去的单子从 1 减到 0。 出发地：地图上点的位置')
  await accessible()
})

it('lets them start at a town chosen from the list, by keys too', async () => {
  const { page, asked } = await shown()
  expect((asked.find((one) => one.path === '/api/facilities'))!.query.get('region')).toBe('330502000000')

  const list = page.by('combobox', /从哪里出发/) as HTMLSelectElement
  list.value = 't1'
  list.dispatchEvent(new Event('change'))
  await page.settle()
  await compute(page)

  expect(extra(asked)).toMatchObject({ lng: 120.2, lat: 30.8 })
  expect(page.text()).toContain('出发地：朝阳街道养老服务中心')
})

it('lets them start at the home of an open visit picked in the table beside the map', async () => {
  const { page, asked } = await shown()

  page.by('button', '沈阿英 家').click()
  await page.settle()
  await compute(page)

  expect(extra(asked)).toMatchObject({ lng: 120.3, lat: 30.7 })
})

it('starts in the middle of the open visits when nothing was chosen', async () => {
  const { page, asked } = await shown()

  await compute(page)

  expect(extra(asked)!.lng).toBeCloseTo(120.2)
})
