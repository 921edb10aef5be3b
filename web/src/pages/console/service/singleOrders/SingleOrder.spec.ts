import { afterEach, describe, expect, it } from 'vitest'
import { accessible, aSession, network, show, type Answer } from '@/testing/page'
import SingleOrder from './SingleOrder.page.vue'

const elder = { id: 'e1', name: '王秀兰', status: 'LIVING' }
const offer = { openCase: true, services: [{ code: 'COMFORT', name: '精神慰藉', description: '陪聊、读报', unit: '小时', durationMinutes: 60, priceFen: 3500 }] }
const within = { priceFen: 3500, publicFen: 3500, voucherFen: 0, elderFen: 0, publicMinutes: 60, askedMinutes: 60, leftMinutes: 600, promisedMinutes: 0, leftVoucherFen: 0, entitled: true }
const beyond = { ...within, priceFen: 7000, publicFen: 3500, elderFen: 3500, askedMinutes: 120, leftMinutes: 60 }

afterEach(() => (document.body.innerHTML = ''))

async function page(answers: { quote?: object; order?: Answer[]; offer?: object } = {}) {
  const orders = [...(answers.order ?? [{ status: 201, body: { id: 'o1' } }])]
  const asked = network(({ method, path }) => {
    if (path === '/api/elders/e1') return { body: elder }
    if (path === '/api/order-services') return { body: answers.offer ?? offer }
    if (path === '/api/order-quotes') return { body: answers.quote ?? within }
    if (path === '/api/providers') return { body: { items: [{ id: 'p1', name: '安康', listing: 'NORMAL' }, { id: 'p2', name: '失信的', listing: 'DEFAULTED' }] } }
    if (method === 'POST' && path === '/api/orders') return orders.shift()
    return undefined
  })
  const shown = await show(SingleOrder, { elder: 'e1' }, { session: { ...aSession, role: 'hotline_operator', permissions: ['order.write', 'facility.read', 'need.capture'] } })
  return { shown, asked, placed: () => asked.filter((one) => one.method === 'POST') }
}

async function fill(shown: Awaited<ReturnType<typeof show>>) {
  await shown.wrapper.find('#single-service').setValue('COMFORT')
  await shown.wrapper.find('#single-reason').setValue('家人临时外出')
  await shown.settle()
}

async function send(shown: Awaited<ReturnType<typeof show>>) {
  await shown.wrapper.find('form').trigger('submit')
  await shown.settle()
}

describe('one help beside the plan', () => {
  it('shows prices, says that nobody pays within the entitlement, and leads to the order', async () => {
    const { shown, placed } = await page()
    expect(shown.text()).toContain('精神慰藉 · 35 元/小时 · 约 1 小时')
    await fill(shown)
    expect(shown.text()).toContain('在待遇以内，老人不用付钱。')
    expect(shown.text()).not.toContain('失信的')
    expect(shown.wrapper.find('#single-elderPays').exists()).toBe(false)
    await accessible()

    await send(shown)

    expect(shown.by('link', '打开这张工单').getAttribute('href')).toBe('/service/orders/o1')
    expect(placed()[0]!.body).toMatchObject({ elderId: 'e1', service: 'COMFORT', units: 1, elderPays: false, reason: '家人临时外出' })
  })

  it('does not send what the elder would have to pay before it was agreed, and asks anew when the amount changes', async () => {
    const { shown, placed } = await page({ quote: beyond })
    await fill(shown)
    expect(shown.text()).toContain('待遇付不完，老人要自付 35 元。')

    await send(shown)
    expect(placed()).toHaveLength(0)
    expect(shown.by('link', /老人要自付 35 元/).getAttribute('href')).toBe('#single-elderPays')
    await accessible()

    await shown.wrapper.find('#single-elderPays').setValue(true)
    await shown.wrapper.find('#single-units').setValue(3)
    await shown.settle()
    expect(shown.wrapper.find<HTMLInputElement>('#single-elderPays').element.checked).toBe(false)
    await shown.wrapper.find('#single-elderPays').setValue(true)
    await send(shown)
    expect(placed()[0]!.body).toMatchObject({ units: 3, elderPays: true })
  })

  it('puts the refusal of the server at its field, and asks again with the same key when the line broke', async () => {
    const refusal = { type: '/problems/homecare/beyond-entitlement', title: '', status: 409, leftMinutes: 0, askedMinutes: 60, elderFen: 3500 }
    const { shown, placed } = await page({ order: [{ status: 503, body: { type: '/problems/web/unavailable', title: '', status: 503 } }, { status: 409, body: refusal }, { status: 201, body: { id: 'o1' } }] })
    await fill(shown)

    await send(shown)
    await send(shown)

    expect(placed().map((one) => one.key === placed()[0]!.key)).toEqual([true, true])
    expect(shown.by('link', /超出本月待遇/).getAttribute('href')).toBe('#single-elderPays')
    await send(shown)
    expect(placed()[2]!.key).not.toBe(placed()[0]!.key)
  })

  it('names the same order that stands, leads to it, and sends a second one only on purpose', async () => {
    const refusal = { type: '/problems/homecare/already-ordered', title: '', status: 409, orderId: 'o7', number: 'GD0007', day: '2026-12-01', windowFrom: '09:00', windowTo: '11:00' }
    const { shown, placed } = await page({ order: [{ status: 409, body: refusal }, { status: 201, body: { id: 'o8' } }] })
    await fill(shown)

    await send(shown)
    expect(shown.by('link', /已有同一项服务的工单（GD0007）/).getAttribute('href')).toBe('#single-again')
    expect(shown.by('link', '打开已有的工单 GD0007').getAttribute('href')).toBe('/service/orders/o7')
    await accessible()
    await shown.wrapper.find('#single-again').setValue(true)
    await send(shown)

    expect(placed().map((one) => (one.body as { again?: boolean }).again)).toEqual([undefined, true])
  })

  it('says that the elder is in hospital, and what of the month is promised already', async () => {
    const { shown } = await page({ offer: { ...offer, away: 'IN_HOSPITAL' }, quote: { ...within, leftMinutes: 480, promisedMinutes: 420 } })
    await fill(shown)

    expect(shown.text()).toContain('老人登记为住院')
    expect(shown.text()).toMatch(/这个月还剩 8 小时。\s*剩下的时间里有 7 小时 已留给照护计划和先下的工单，能用 1 小时。/)
  })

  it('names what is missing, each at its field', async () => {
    const { shown, placed } = await page()
    await shown.wrapper.find('#single-day').setValue('2020-01-01')
    await shown.wrapper.find('#single-windowTo').setValue('08:00')
    await shown.wrapper.find('#single-units').setValue(25)

    await send(shown)

    expect(placed()).toHaveLength(0)
    expect([...document.querySelectorAll('[data-error-summary] a')].map((link) => link.getAttribute('href'))).toEqual(['#single-service', '#single-day', '#single-windowTo', '#single-units', '#single-reason'])
  })

  it('leads to the capture of a need where there is no case', async () => {
    const { shown } = await page({ offer: { openCase: false, services: [] } })

    expect(shown.by('link', '登记需求').getAttribute('href')).toBe('/need/needs/new?elder=e1')
    expect(shown.wrapper.find('form').exists()).toBe(false)
  })
})
