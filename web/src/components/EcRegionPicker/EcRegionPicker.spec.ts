import { describe, expect, it } from 'vitest'
import { accessible, network, show, type Asked } from '@/testing/page'
import EcRegionPicker from './EcRegionPicker.vue'

const region = (code: string, name: string, level: number) => ({ code, name, level, kind: '', hasChildren: level < 5 })
const below: Record<string, object[]> = {
  '330500000000': [region('330502000000', '吴兴区', 3)],
  '330502000000': [region('330502001000', '月河街道', 4)],
  '330502001000': [region('330502001001', '月河社区', 5)],
}
function regions({ path, query }: Asked) {
  if (path === '/api/regions') return { body: below[query.get('parent') ?? ''] ?? [] }
  if (path === '/api/regions/330502001000') return { body: { ...region('330502001000', '月河街道', 4), path: [{ code: '330500000000', name: '湖州市' }, { code: '330502000000', name: '吴兴区' }, { code: '330502001000', name: '月河街道' }] } }
  return undefined
}
const selects = () => [...document.querySelectorAll('select')].map((select) => select.value)

describe('EcRegionPicker', () => {
  it('offers the regions below the account, one step at a time', async () => {
    network(regions)
    const shown = await show(EcRegionPicker, { id: 'r', label: '所在区域', modelValue: '' })
    expect(selects()).toEqual([''])
    const county = shown.by('combobox', '所在区域：区县') as HTMLSelectElement
    county.value = '330502000000'
    county.dispatchEvent(new Event('change'))
    expect(shown.wrapper.emitted('update:modelValue')).toEqual([['330502000000']])
    await accessible()
  })

  it('shows the whole path of a code that comes from the address', async () => {
    network(regions)
    await show(EcRegionPicker, { id: 'r', label: '所在区域', modelValue: '330502001000' })
    expect(selects()).toEqual(['330502000000', '330502001000', ''])
  })

  it('stops at the level that is wanted', async () => {
    network(regions)
    await show(EcRegionPicker, { id: 'r', label: '镇街', to: 4, modelValue: '330502001000' })
    expect(selects()).toEqual(['330502000000', '330502001000'])
  })

  it('goes back to the step above when a choice is taken away', async () => {
    network(regions)
    const shown = await show(EcRegionPicker, { id: 'r', label: '所在区域', modelValue: '330502001000' })
    const town = shown.by('combobox', '所在区域：镇街') as HTMLSelectElement
    town.value = ''
    town.dispatchEvent(new Event('change'))
    expect(shown.wrapper.emitted('update:modelValue')).toEqual([['330502000000']])
  })
})
