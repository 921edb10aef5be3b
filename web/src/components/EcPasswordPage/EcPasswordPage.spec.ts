import { describe, expect, it } from 'vitest'
import { accessible, aSession, network, show, type Shown } from '@/testing/page'
import EcPasswordPage from './EcPasswordPage.vue'

async function fill(shown: Shown, values: Record<string, string>): Promise<void> {
  for (const [label, value] of Object.entries(values)) {
    const input = shown.by('textbox', label) as HTMLInputElement
    input.value = value
    input.dispatchEvent(new Event('input'))
  }
  document.querySelector('form')!.dispatchEvent(new Event('submit'))
  await shown.settle()
}

describe('EcPasswordPage', () => {
  it('leads from the one-time password on to where the person wanted to be', async () => {
    const asked = network(({ path }) => (path === '/api/session/password' ? { body: aSession } : undefined))
    const shown = await show(EcPasswordPage, {}, { path: '/password?next=/today', session: { ...aSession, landing: '/', mustChangePassword: true } })
    await accessible()
    await fill(shown, { '一次性密码（刚才登录用的）': 'abcd-efgh-jk23', 新密码: 'blue-kettle-7', 再输一次新密码: 'blue-kettle-7' })
    await shown.settle()
    expect(asked[0]).toMatchObject({ method: 'PUT', body: { current: 'abcd-efgh-jk23', next: 'blue-kettle-7' } })
    expect(shown.router.currentRoute.value.fullPath).toBe('/today')
  })

  it('sends nothing while the two new ones differ', async () => {
    const asked = network(() => ({ body: aSession }))
    const shown = await show(EcPasswordPage)
    await fill(shown, { 当前密码: 'green-kettle-8', 新密码: 'blue-kettle-7', 再输一次新密码: 'blue-kettle-9' })
    expect(asked).toEqual([])
    expect(shown.by('link', '两次输入的新密码不一样，请再输一次')).toBeTruthy()
  })

  it('says at its field what is wrong about the new one', async () => {
    network(() => ({ status: 400, body: { type: '/problems/web/invalid', title: '', status: 400, errors: [{ field: 'next', code: 'common' }] } }))
    const shown = await show(EcPasswordPage)
    await fill(shown, { 当前密码: 'green-kettle-8', 新密码: 'woaini1314520', 再输一次新密码: 'woaini1314520' })
    expect(shown.by('alert').textContent).toContain('太容易被猜到')
    await accessible()
  })
})
