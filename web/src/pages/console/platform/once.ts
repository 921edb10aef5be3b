import type { AccountMade } from '@/app/contract'
import words from '@/words/system'

/** Copies for pasting elsewhere; also where the page came without TLS and the browser has no clipboard for it. */
export async function copyText(text: string, beside: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    const area = document.createElement('textarea')
    area.value = text
    beside.append(area) // inside the open dialog: outside of it nothing can be selected
    area.select()
    const copied = document.execCommand('copy')
    area.remove()
    return copied
  }
}

export function linesOf(made: AccountMade[]): string {
  return made.map(({ account, initialPassword }) => [account.username, account.displayName, initialPassword ?? ''].join('\t')).join('\n')
}

/** A list for a spreadsheet: with the mark Excel needs for Chinese, and no cell that it would take for a formula. */
export function csvOf(made: AccountMade[]): string {
  const { username, name, password } = words.accounts.once
  const rows = [[username, name, password], ...made.map(({ account, initialPassword }) => [account.username, account.displayName, initialPassword ?? ''])]
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}

function cell(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return `"${plain.replaceAll('"', '""')}"`
}

export function download(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 1000)
}
