import { describe, expect, it } from 'vitest'
import { accessible, aSession, network, show } from '@/testing/page'
import EcSignIn from './EcSignIn.vue'

async function fill(shown: Awaited<ReturnType<typeof show>>, password: string): Promise<void> {
  const account = shown.by('textbox', '账号') as HTMLInputElement
  account.value = 'village'
  account.dispatchEvent(new Event('input'))
  const secret = shown.by('textbox', '密码') as HTMLInputElement
  secret.value = password
  secret.dispatchEvent(new Event('input'))
  document.querySelector('form')!.dispatchEvent(new Event('submit'))
  await shown.settle()
  await new Promise((resolve) => setTimeout(resolve, 50))
}

describe('EcSignIn', () => {
  it('hands over the session after the right password', async () => {
    network(({ path }) => (path === '/api/session' ? { body: aSession } : undefined))
    const shown = await show(EcSignIn, {}, { session: null })
    await fill(shown, 'right')
    expect(shown.wrapper.emitted('signedIn')?.[0]).toEqual([aSession])
    await accessible()
  })

  it('says how many tries are left and whom to ask', async () => {
    network(() => ({ status: 401, body: { type: '/problems/access/wrong-credentials', title: '', status: 401, attemptsLeft: 2 } }))
    const shown = await show(EcSignIn, {}, { session: null })
    await fill(shown, 'wrong')
    expect(shown.by('alert').textContent).toContain('还可以试 2 次')
    expect(shown.by('alert').textContent).toContain('管理员')
    await accessible()
  })

  it('sends nothing while a field is empty', async () => {
    const asked = network(() => ({ body: aSession }))
    const shown = await show(EcSignIn, {}, { session: null })
    await fill(shown, '')
    expect(asked).toEqual([])
    expect(shown.by('alert').textContent).toContain('有 1 处要改')
    expect(shown.by('link', '请填写密码')).toBeTruthy()
  })
})
