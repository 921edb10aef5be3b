import { afterEach, describe, expect, it } from 'vitest'
import { aSession, network, show } from '@/testing/page'
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

  it('lead to the same complaint that is open already', async () => {
    network(({ path }) => (path === '/api/complaints' ? { status: 409, body: { type: '/problems/complaint/already-open', title: '', status: 409, complaintId: 'c1', number: 'TS00000012', aboutVisit: true } } : undefined))
    const shown = await show(CallBackSide, { detail }, { session: { ...aSession, role: 'hotline_operator', permissions: ['complaint.write', 'complaint.read'] } })
    shown.by('button', /登记投诉/).click()
    await shown.settle()
    await shown.wrapper.find('#complaint-words').setValue('今天没有来')
    shown.by('button', '登记这件投诉').click()
    await shown.settle()

    expect(shown.text()).toContain('同类投诉（TS00000012）正在办理')
    expect(shown.by('link', '打开正在办理的投诉 TS00000012').getAttribute('href')).toBe('/oversight/complaints/c1')
  })

  it('do not offer it to somebody who may not order', async () => {
    const shown = await show(CallBackSide, { detail }, { session: { ...aSession, permissions: [] } })

    expect(shown.text()).not.toContain('加一次服务')
  })
})
