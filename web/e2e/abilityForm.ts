/** The form of GB/T 42195-2022 on the page, filled by hand: part by part, every group in view answered. */
import type { Page } from 'playwright-core'

export class AbilityForm {
  constructor(private readonly page: Page) {}

  /** The middle option of each of the 26 items, the first of everything else; ends at the signatures with nothing missing. */
  async fill(informant: string): Promise<void> {
    const { page } = this
    const toSign = page.getByRole('button', { name: '核对与签名' })
    for (;;) {
      await this.fillPart(informant)
      const next = page.getByRole('button', { name: '下一部分' })
      if ((await next.count()) === 0) break
      await next.click()
    }
    await toSign.last().click()
    await page.getByRole('heading', { level: 2, name: '核对与签名' }).waitFor()
    await page.getByText(/已保存/).waitFor()
  }

  private async fillPart(informant: string): Promise<void> {
    const part = this.page.locator('section[aria-labelledby="part-heading"]')
    const names = await part.locator('input[type=radio]').evaluateAll((all) => [...new Set(all.map((one) => (one as HTMLInputElement).name))])
    for (const name of names) {
      const options = part.locator(`input[type=radio][name="${name}"]`)
      // An item of table B has a plain name, a field of the other tables the name of its table before it.
      await options.nth(name.includes('.') ? 0 : Math.floor((await options.count()) / 2)).check()
    }
    for (const group of await part.locator('fieldset:has(input[type=checkbox])').all()) await group.locator('input[type=checkbox]').first().check()
    const name = part.getByLabel('信息提供者姓名')
    if ((await name.count()) > 0) {
      await name.fill(informant)
      await name.blur()
    }
  }

  /** Draws a name into the first pad and signs as the one who is signed in. */
  async sign(name: string): Promise<void> {
    const { page } = this
    const pad = page.getByRole('img', { name: '在框里手写签名' }).first()
    await pad.scrollIntoViewIfNeeded()
    const box = (await pad.boundingBox())!
    await page.mouse.move(box.x + 60, box.y + 60)
    await page.mouse.down()
    for (let n = 0; n < 20; n++) await page.mouse.move(box.x + 60 + n * 12, box.y + 80 + Math.sin(n) * 40)
    await page.mouse.up()
    await page.getByRole('button', { name: `${name}签名` }).click()
    await page.getByText(new RegExp(`${name} 于 .* 签名`)).waitFor()
  }

  async signInformant(): Promise<void> {
    await this.page.getByRole('button', { name: '信息提供者签名' }).click()
    await this.page.getByRole('button', { name: '信息提供者签名' }).waitFor({ state: 'hidden' })
  }
}
