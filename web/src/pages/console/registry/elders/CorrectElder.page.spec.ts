import { expect, it, vi } from 'vitest'
import { accessible, network, show } from '@/testing/page'
import CorrectElder from './CorrectElder.page.vue'

const READ = {
  id: 'e1', version: 3, number: '1', name: '王秀兰', sex: 'FEMALE', birthOn: '1940-01-01', age: 86, maskedIdNumber: '330***********1234', maskedPhone: '139****0000', maskedAddress: '某村 ****',
  regionCode: '330502003012', regionPath: [{ code: '330502003012', name: '某村' }], livingSituation: 'ALONE', economicStatus: 'ORDINARY', hukou: 'LOCAL', disability: false, familyPlanningSpecial: false, tags: [], status: 'LIVING', synthetic: true,
}
/** As the first of two tabs stored it: another telephone and address, and the household registration. */
const STORED = { ...READ, version: 4, maskedPhone: '139****0001', hukou: 'OUTSIDE' }
const STALE = { type: '/problems/web/stale', title: '', status: 409, currentVersion: 4, differs: ['phone', 'address', 'hukou'], changedBy: '吴建平（县区民政）', changedAt: '2026-11-23T10:05:00+08:00' }

async function secondTab() {
  let stored: { version?: number } = {}
  let now = READ
  const asked = network(({ method, path, body }) => {
    if (method === 'PUT') {
      now = STORED
      if ((body as { version: number }).version < 4) return { status: 409, body: STALE }
      stored = body as typeof stored
      return { body: STORED }
    }
    if (path.endsWith('/disclosures')) return { body: { value: '某村 三号楼 303', until: new Date(Date.now() + 300_000).toISOString() } }
    if (path.startsWith('/api/elders/')) return { body: now }
    return { body: path === '/api/regions' ? [] : { code: '330502003012', name: '某村', level: 5, path: [] } }
  })
  const shown = await show(CorrectElder, { id: 'e1' })
  const type = (name: RegExp, text: string) => {
    const box = shown.by('textbox', name) as HTMLInputElement
    box.value = text
    box.dispatchEvent(new Event('input'))
  }
  type(/新的电话/, '13900000002')
  type(/新的门牌地址/, '二号楼 202')
  type(/为什么更正/, '本人来说明')
  const submit = async () => {
    shown.by('button', '存下更正').click()
    await shown.settle()
  }
  await submit()
  await vi.waitFor(() => expect(shown.text()).toContain('别人刚改过这份档案'))
  const sent = () => asked.filter((one) => one.method === 'PUT').length
  return { shown, submit, sent, stored: () => stored }
}

it('shows what differs, telephone and address too, and who changed it, and asks until one is chosen', async () => {
  const { shown, submit, sent, stored } = await secondTab()

  expect(shown.text()).toContain('吴建平（县区民政）在 2026-11-23 10:05 改过')
  expect([...document.querySelectorAll('.clash tbody tr')].map((row) => row.textContent)).toEqual(['电话13900000002139****0001', '门牌地址二号楼 202某村 ****'])
  expect(shown.text()).toContain('现在登记的是 139****0001')
  await accessible()

  await submit()
  expect(sent()).toBe(1)
  expect(shown.by('alert').textContent).toContain('请先在上面选')

  shown.by('button', '用我填的，覆盖现在登记的').click()
  await vi.waitFor(() => expect(sent()).toBe(2))
  expect(stored()).toMatchObject({ version: 4, phone: '13900000002', address: '二号楼 202', hukou: 'OUTSIDE' })
})

it('takes what is stored when that is chosen, and stores nothing by itself', async () => {
  const { shown, submit, sent, stored } = await secondTab()

  shown.by('button', '用现在登记的，放弃我填的这几处').click()
  await shown.settle()
  expect(sent()).toBe(1)
  expect(shown.text()).not.toContain('别人刚改过这份档案')

  await submit()
  expect(stored()).toMatchObject({ version: 4, phone: '', address: '' })
})

it('opens the address that is stored after a reason, and sends nothing by that', async () => {
  const { shown, sent } = await secondTab()

  const row = [...document.querySelectorAll('.clash tbody tr')].find((one) => one.textContent?.startsWith('门牌地址'))!
  row.querySelector('button')!.click()
  await shown.settle()
  const dialog = row.querySelector('dialog')!
  dialog.querySelector<HTMLInputElement>('input[type=radio]')!.click()
  dialog.querySelector<HTMLButtonElement>('button[type=submit]')!.click()
  await vi.waitFor(() => expect(row.textContent).toContain('某村 三号楼 303'))

  expect(sent()).toBe(1)
  await accessible()
})
