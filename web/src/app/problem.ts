import { fieldSentence, problemSentence } from '@/words/problems'

/** One field the server refused: `code` says why (required, pattern, size …), the rest are its figures (`params` of the answer). */
export interface FieldProblem {
  field: string
  code: string
  [parameter: string]: unknown
}

/**
 * A refusal or fault of the server (RFC 9457), with the Chinese sentence that says what to do next.
 * `type` is a path such as `/problems/access/locked`; `/problems/web/unreachable` is ours: no answer came.
 */
export class EcProblem extends Error {
  override readonly name = 'EcProblem'

  constructor(
    readonly type: string,
    readonly status: number,
    readonly fields: Record<string, unknown>,
    /** What happened and what to do, for people. */
    readonly sentence: string,
    readonly errors: (FieldProblem & { sentence: string })[],
  ) {
    super(`${status} ${type}`)
  }

  is(type: string): boolean {
    return this.type === `/problems/${type}`
  }

  static async of(body: unknown, status: number): Promise<EcProblem> {
    const fields = isRecord(body) ? body : {}
    const type = typeof fields.type === 'string' && fields.type.startsWith('/problems/') ? fields.type : fallbackType(status)
    const refused = Array.isArray(fields.errors) ? (fields.errors as (FieldProblem & { params?: Record<string, unknown> })[]).map((error) => ({ ...error.params, ...error })) : []
    const errors = await Promise.all(refused.map(async (error) => ({ ...error, sentence: await fieldSentence(type, error, fields.instance) })))
    return new EcProblem(type, status, fields, await problemSentence(type, fields), errors)
  }

  static unreachable(): Promise<EcProblem> {
    return EcProblem.of({ type: '/problems/web/unreachable' }, 0)
  }
}

/** Anything thrown, as a problem: what is not one is a fault of this program and keeps its text for the log. */
export async function problemOf(thrown: unknown): Promise<EcProblem> {
  if (thrown instanceof EcProblem) return thrown
  console.error(thrown)
  return EcProblem.of({ type: '/problems/web/client-fault' }, 0)
}

function fallbackType(status: number): string {
  if (status === 401) return '/problems/access/signed-out'
  if (status === 403) return '/problems/access/forbidden'
  if (status === 404) return '/problems/web/not-found'
  if (status === 413) return '/problems/web/too-large'
  if (status === 429) return '/problems/web/too-many'
  if (status === 502 || status === 503 || status === 504) return '/problems/web/unavailable'
  return '/problems/web/fault'
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
