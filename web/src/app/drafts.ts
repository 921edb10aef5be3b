/**
 * What was typed, kept on this device until it was sent: per account and form, for 7 days. It survives an expired sign-in,
 * a closed window, an empty battery. Values marked as secret never get here (the form leaves them out).
 */
const PREFIX = 'zhiyang.draft.'
const KEPT_MS = 7 * 86_400_000

export interface Draft<Values> {
  values: Values
  /** The Idempotency-Key of the form, so that a form sent before the crash and sent again is one record. */
  key: string
  savedAt: string
}

export function saveDraft<Values>(account: string, form: string, draft: Draft<Values>): boolean {
  try {
    localStorage.setItem(nameOf(account, form), JSON.stringify(draft))
    return true
  } catch {
    return false // full or forbidden: the form goes on without a draft
  }
}

export function readDraft<Values>(account: string, form: string): Draft<Values> | undefined {
  try {
    const text = localStorage.getItem(nameOf(account, form))
    if (!text) return undefined
    const draft = JSON.parse(text) as Draft<Values>
    if (Date.now() - Date.parse(draft.savedAt) <= KEPT_MS) return draft
    dropDraft(account, form)
  } catch {
    dropDraft(account, form)
  }
  return undefined
}

export function dropDraft(account: string, form: string): void {
  try {
    localStorage.removeItem(nameOf(account, form))
  } catch {
    // nothing was kept either
  }
}

function nameOf(account: string, form: string): string {
  return `${PREFIX}${account}.${form}`
}
