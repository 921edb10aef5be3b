import { EcProblem } from './problem'

/** Fetches a file that the server writes and hands it to the browser under the server's name. Throws `EcProblem`. */
export async function download(path: string, query: Record<string, string | undefined> = {}, fallback = 'export.csv'): Promise<void> {
  const asked = Object.entries(query).filter((entry): entry is [string, string] => !!entry[1] && !['page', 'size', 'sort'].includes(entry[0]))
  const answer = await fetch(`${path}?${new URLSearchParams(asked)}`)
  if (!answer.ok) throw await EcProblem.of(await answer.json().catch(() => undefined), answer.status)
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await answer.blob())
  link.download = nameOf(answer.headers.get('Content-Disposition') ?? '') ?? fallback
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

/** The name of a download, the one in UTF-8 (RFC 5987) before the plain one. */
function nameOf(disposition: string): string | undefined {
  const wide = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1]
  return wide ? decodeURIComponent(wide) : /filename="([^"]+)"/.exec(disposition)?.[1]
}
