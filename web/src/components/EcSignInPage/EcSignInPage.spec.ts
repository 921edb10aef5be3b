import { describe, expect, it } from 'vitest'
import { aSession, network, show } from '@/testing/page'
import EcSignInPage from './EcSignInPage.vue'

/** Signs in at `path` of the app that a test runs in (its base is `/`), with a landing page in another app. */
async function signedInAt(path: string, stays?: () => boolean) {
  network(({ path: asked }) => (asked === '/api/session' ? { body: { ...aSession, landing: 'elsewhere' } } : undefined))
  const shown = await show(EcSignInPage, { app: '驾驶舱', stays }, { session: null, path })
  for (const [name, typed] of [['账号', 'city'], ['密码', 'right']] as const) {
    const field = shown.by('textbox', name) as HTMLInputElement
    field.value = typed
    field.dispatchEvent(new Event('input'))
  }
  document.querySelector('form')!.dispatchEvent(new Event('submit'))
  await shown.settle()
  await new Promise((resolve) => setTimeout(resolve, 50))
  return shown.router.currentRoute.value.fullPath
}

describe('the sign-in page of an app that is nobody’s landing page', () => {
  it('goes on to the app itself', async () => {
    expect(await signedInAt('/sign-in', () => true)).toBe('/')
  })

  it('goes on to the page that was asked for', async () => {
    expect(await signedInAt('/sign-in?next=/%3Fregion%3D330502000000', () => true)).toBe('/?region=330502000000')
  })
})
