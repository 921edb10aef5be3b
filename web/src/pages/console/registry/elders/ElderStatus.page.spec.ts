import { expect, it, vi } from 'vitest'
import { aSession, accessible, network, show } from '@/testing/page'
import ElderStatus from './ElderStatus.page.vue'

const READ = { id: 'e1', version: 3, number: '1', name: '王秀兰', status: 'IN_HOSPITAL', statusSince: '2026-11-01' }
const DEAD = { ...READ, version: 4, status: 'DECEASED', statusSince: '2026-11-20' }
const STALE = { type: '/problems/web/stale', title: '', status: 409, currentVersion: 4, differs: [], changedBy: '吴建平（县区民政）', changedAt: '2026-11-23T10:05:00+08:00' }

/** A colleague records the death after the page was opened. */
async function opened() {
  let now = READ
  const asked = network(({ method, path, body }) => {
    if (method === 'POST') {
      now = DEAD
      return (body as { version: number }).version < 4 ? { status: 409, body: STALE } : { body: { ...READ, version: 5, status: 'LIVING' } }
    }
    return path === '/api/elders/e1' ? { body: now } : undefined
  })
  const shown = await show(ElderStatus, { id: 'e1' }, { session: { ...aSession, permissions: ['elder.read', 'elder.write', 'elder.revive'] } })
  const choose = async (name: RegExp | string) => {
    shown.by('radio', name).click()
    await shown.settle()
  }
  const type = (name: RegExp, text: string) => {
    const field = shown.by('textbox', name) as HTMLTextAreaElement
    field.value = text
    field.dispatchEvent(new Event('input'))
  }
  return { shown, choose, type, sent: () => asked.filter((one) => one.method === 'POST').map((one) => one.body) }
}

it('sends the version it showed; over a death recorded meanwhile it changes nothing, shows what stands and keeps what was typed', async () => {
  const { shown, choose, type, sent } = await opened()
  await choose('在家')
  type(/怎么知道的/, '儿子来电说出院了')

  shown.by('button', /改为在家/).click()
  await vi.waitFor(() => expect(shown.by('alert').textContent).toContain('现在登记的是：去世'))

  expect(sent()).toEqual([expect.objectContaining({ version: 3, status: 'LIVING', takeBack: false })])
  expect(shown.by('alert').textContent).toContain('吴建平（县区民政）在 2026-11-23 10:05 改过')
  expect((shown.by('textbox', /怎么知道的/) as HTMLTextAreaElement).value).toBe('儿子来电说出院了')
  expect([...document.querySelectorAll<HTMLInputElement>('input[type=radio]')].filter((one) => one.checked)).toEqual([])
  await accessible()

  await choose('登记有误，老人健在')
  shown.by('button', /撤销 王秀兰 的去世登记/).click()
  await shown.settle()
  expect(sent()).toHaveLength(1)
  document.querySelector<HTMLButtonElement>('dialog .button-danger')!.click()
  await vi.waitFor(() => expect(sent()).toHaveLength(2))
  expect(sent()[1]).toMatchObject({ version: 4, status: 'LIVING', takeBack: true })
})

it('closes the question and shows what stands where the record was changed meanwhile', async () => {
  const { shown, choose, type, sent } = await opened()
  await choose('迁出本市')
  type(/怎么知道的/, '社区告知')
  shown.by('button', /改为迁出/).click()
  await shown.settle()

  document.querySelector<HTMLButtonElement>('dialog .button-danger')!.click()
  await vi.waitFor(() => expect(shown.by('alert').textContent).toContain('现在登记的是：去世'))

  expect(sent()).toHaveLength(1)
  expect(document.querySelector('dialog')!.open).toBe(false)
  expect(shown.router.currentRoute.value.path).not.toBe('/registry/elders/e1')
})
