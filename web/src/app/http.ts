/**
 * The one way to the server. Every change carries an Idempotency-Key: a form makes it when it opens and hands it over
 * (`useForm` does), so that a retry or a double click is one record; a call without one gets its own.
 * A sign-in that ran out in the middle of something is asked for in place, then the same call is made again.
 */
import createClient, { type Middleware } from 'openapi-fetch'
import type { paths } from '@/api/schema'
import { newId } from './ids'
import { EcProblem } from './problem'
import { signInAgain } from './signInAgain'

export const IDEMPOTENCY_KEY = 'Idempotency-Key'
const CHANGES = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])
const repeats = new Map<string, Request>()

const platform: Middleware = {
  onRequest({ request, id, schemaPath }) {
    if (schemaPath === '/api/session') return request
    if (CHANGES.has(request.method) && !request.headers.has(IDEMPOTENCY_KEY)) request.headers.set(IDEMPOTENCY_KEY, newId())
    repeats.set(id, request.clone())
    return request
  },
  async onResponse({ response, id }) {
    const again = repeats.get(id)
    repeats.delete(id)
    if (response.ok) return response
    if (response.status === 401 && again && (await signInAgain())) {
      const second = await fetch(again)
      if (second.ok) return second
      throw await EcProblem.of(await bodyOf(second), second.status)
    }
    throw await EcProblem.of(await bodyOf(response), response.status)
  },
  async onError({ id }) {
    repeats.delete(id)
    return EcProblem.unreachable()
  },
}

/** Typed by the contract: `api.GET('/api/elders/{id}', { params: { path: { id } } })`. Throws `EcProblem`. */
export const api = createClient<paths>({ baseUrl: globalThis.location?.origin ?? '/', fetch: (request) => globalThis.fetch(request) })
api.use(platform)

type Query = Record<string, string | number | boolean | string[] | undefined | null>

/** The same for a path that is only known at run time (list pages, cards of other rooms). */
export async function call<Answer>(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, options: { query?: Query; body?: unknown; key?: string; signal?: AbortSignal } = {}): Promise<Answer> {
  const query = Object.fromEntries(Object.entries(options.query ?? {}).filter(([, value]) => value !== undefined && value !== null && value !== ''))
  const headers = options.key ? { [IDEMPOTENCY_KEY]: options.key } : undefined
  const request = api.request as unknown as (method: string, path: string, init: object) => Promise<{ data?: unknown }>
  const { data } = await request(method.toLowerCase(), path, { params: { query }, body: options.body, headers, signal: options.signal })
  return data as Answer
}

async function bodyOf(response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch {
    return undefined
  }
}
