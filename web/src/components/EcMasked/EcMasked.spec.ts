import { describe, expect, it, vi } from 'vitest'
import { accessible, network, show } from '@/testing/page'
import EcMasked from './EcMasked.vue'

const props = { masked: '330***********1234', field: 'idNumber', label: '身份证号', of: '王秀兰', endpoint: '/api/elders/e1/disclosures' }

describe('EcMasked', () => {
  it('opens one field for a reason, and closes it again when its time is over', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
    const until = new Date(Date.now() + 300_000).toISOString()
    const asked = network(() => ({ body: { value: '330502194205061234', until } }))
    const shown = await show(EcMasked, props)
    shown.by('button', '查看身份证号').click()
    await shown.settle()
    ;(shown.by('radio', '核对身份') as HTMLInputElement).click()
    document.querySelector('form')!.dispatchEvent(new Event('submit'))
    await shown.settle()
    expect(asked[0]).toMatchObject({ method: 'POST', path: '/api/elders/e1/disclosures', body: { field: 'idNumber', reason: '核对身份' } })
    expect(shown.text()).toContain('330502194205061234')
    vi.advanceTimersByTime(300_001)
    await shown.settle()
    expect(shown.text()).not.toContain('330502194205061234')
    vi.useRealTimers()
  })

  it('asks nothing of the server without a reason', async () => {
    const asked = network(() => ({ body: {} }))
    const shown = await show(EcMasked, props)
    shown.by('button', '查看身份证号').click()
    await shown.settle()
    document.querySelector('form')!.dispatchEvent(new Event('submit'))
    await shown.settle()
    expect(asked).toEqual([])
    expect(shown.by('alert').textContent).toContain('请选择或写明原因')
    await accessible()
  })
})
