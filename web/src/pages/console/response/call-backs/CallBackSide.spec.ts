import { afterEach, describe, expect, it } from 'vitest'
import { aSession, show } from '@/testing/page'
import CallBackSide from './CallBackSide.vue'

const detail = { elder: { id: 'e1', name: '王秀兰' }, visit: { id: 'v1' } }

afterEach(() => (document.body.innerHTML = ''))

describe('the steps beside a call', () => {
  it('lead to one more help for the elder on the line, by mouse and by Alt+8', async () => {
    const shown = await show(CallBackSide, { detail }, { session: { ...aSession, role: 'hotline_operator', permissions: ['order.write'] } })
    expect(shown.by('button', /加一次服务/).getAttribute('aria-keyshortcuts')).toBe('Alt+8')

    window.dispatchEvent(new KeyboardEvent('keydown', { code: 'Digit8', altKey: true }))
    await shown.settle()

    expect(shown.router.currentRoute.value.path).toBe('/service/orders/new/e1')
  })

  it('do not offer it to somebody who may not order', async () => {
    const shown = await show(CallBackSide, { detail }, { session: { ...aSession, permissions: [] } })

    expect(shown.text()).not.toContain('加一次服务')
  })
})
