import { api } from './http'

/** What a person arranged for themselves (columns, saved filters, text size), kept on the server per account. */
export async function readPreference<Value>(key: string): Promise<Value | undefined> {
  try {
    const { data } = await api.GET('/api/preferences/{key}', { params: { path: { key } } })
    return (data ?? undefined) as Value | undefined
  } catch {
    return undefined // never arranged, or not reachable: the defaults serve
  }
}

export async function storePreference(key: string, value: unknown): Promise<void> {
  try {
    await api.PUT('/api/preferences/{key}', { params: { path: { key } }, body: value as never })
  } catch {
    // a lost arrangement must never stop the work
  }
}
