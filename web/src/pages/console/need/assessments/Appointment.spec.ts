import { afterEach, describe, expect, it } from 'vitest'
import { accessible, aSession, network, show } from '@/testing/page'
import Appointment from './Appointment.page.vue'

const assessors = [{ accountId: 'a1', name: '钱医生', medicalBackground: true, qualification: '评估员', relative: false }, { accountId: 'a2', name: '孙护士', medicalBackground: false, qualification: '评估员', relative: false }]
const row = { id: 's1', number: 'PG1', elder: { id: 'e1', name: '王秀兰' }, regionName: '爱山街道', reasonName: '首次评估', status: 'REQUESTED' }

afterEach(() => (document.body.innerHTML = ''))

async function page() {
  const asked = network(({ method, path }) => {
    if (method !== 'GET') return { body: {} }
    if (path === '/api/assessments/s1') return { body: { assessment: row } }
    return { body: assessors }
  })
  const shown = await show(Appointment, { id: 's1' }, { session: { ...aSession, permissions: ['assessment.read', 'assessment.schedule'] } })
  await shown.wrapper.find('#plan-firstAssessor').setValue('a1')
  await shown.wrapper.find('#plan-secondAssessor').setValue('a2')
  await shown.wrapper.find('#plan-on').setValue('2099-12-01')
  const send = async () => {
    await shown.wrapper.find('form').trigger('submit')
    await shown.settle()
    return asked.filter((one) => one.method !== 'GET')
  }
  return { shown, send }
}

describe('an appointment for an assessment', () => {
  it('at night is asked about before it is sent', async () => {
    const { shown, send } = await page()
    await shown.wrapper.find('#plan-at').setValue('03:00')

    expect(await send()).toHaveLength(0)
    expect(shown.by('link', /上门时间 03:00 不在 7:00 到 20:00 之间/).getAttribute('href')).toBe('#plan-oddHour')
    await accessible()
    await shown.wrapper.find('#plan-oddHour').setValue(true)
    expect(await send()).toHaveLength(1)
  })

  it('in the day is not', async () => {
    const { shown, send } = await page()
    await shown.wrapper.find('#plan-at').setValue('20:00')

    expect(shown.wrapper.find('#plan-oddHour').exists()).toBe(false)
    expect(await send()).toHaveLength(1)
  })
})
