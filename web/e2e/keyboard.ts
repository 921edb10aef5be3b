/** A person without a mouse: only Tab, Space, Enter, arrows and letters. */
import type { Locator, Page } from 'playwright-core'

const FAR = 400

/** Tabs from where the focus is to this control; fails where the keyboard cannot get to it. */
export async function tabTo(page: Page, control: Locator): Promise<void> {
  await control.waitFor()
  for (let n = 0; n < FAR; n++) {
    if (await control.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`the keyboard does not get to ${String(control)}`)
}

export async function pressOn(page: Page, control: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, control)
  await page.keyboard.press(key)
}

/** What the focus stands on, as far as answering needs to know. */
export interface Focused {
  kind: 'radio' | 'checkbox' | 'text' | 'button' | 'other'
  /** Somebody answered this one, or its group. */
  answered: boolean
  label: string
}

export function focused(page: Page): Promise<Focused> {
  return page.evaluate(() => {
    const at = document.activeElement
    const group = at?.closest('fieldset')
    if (at instanceof HTMLInputElement) {
      if (at.type === 'radio') return { kind: 'radio', answered: !!document.querySelector(`input[name="${at.name}"]:checked`), label: at.name }
      if (at.type === 'checkbox') return { kind: 'checkbox', answered: !!group?.querySelector('input:checked'), label: group?.querySelector('legend')?.textContent ?? '' }
      return { kind: 'text', answered: at.value !== '', label: at.labels?.[0]?.textContent ?? '' }
    }
    return { kind: at instanceof HTMLButtonElement ? 'button' : 'other', answered: true, label: at?.textContent?.trim() ?? '' }
  })
}
