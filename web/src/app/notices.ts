import { reactive } from 'vue'

/** A short message after something was done; stays until closed or ten seconds have passed. */
export interface Notice {
  id: number
  tone: 'ok' | 'warn' | 'danger' | 'info'
  text: string
}

export const notices = reactive<Notice[]>([])
let next = 1

export function notify(tone: Notice['tone'], text: string): void {
  const notice = { id: next++, tone, text }
  notices.push(notice)
  if (tone === 'ok' || tone === 'info') setTimeout(() => dismiss(notice.id), 10_000)
}

export function dismiss(id: number): void {
  const at = notices.findIndex((notice) => notice.id === id)
  if (at >= 0) notices.splice(at, 1)
}
