/**
 * Problem type and fields → a sentence that says what to do next.
 * Each server module has its own file `problems/<module>.ts`, loaded only when a problem of that module comes.
 */
import type { FieldProblem } from '@/app/problem'

type Fields = Record<string, unknown>
export type Sentence = string | ((fields: Fields) => string)

export interface ProblemWords {
  /** By the last part of the problem type: `locked` for `/problems/access/locked`. */
  problems?: Record<string, Sentence>
  /** Field errors by `field.code`, then by `*.code`. */
  fields?: Record<string, Sentence>
  /** What a field is called in sentences: `phone` → 手机号. */
  names?: Record<string, string>
}

/** Said when not even the sentences can be read. */
const NO_LINE = '连不上服务器。请检查网络后再试；您填的内容还在。'

const files = import.meta.glob<ProblemWords>('./problems/*.ts', { import: 'default' })

export async function wordsOf(module: string): Promise<ProblemWords> {
  const load = files[`./problems/${module}.ts`]
  try {
    return load ? await load() : {}
  } catch {
    return {} // without a line the words cannot come either
  }
}

export async function problemSentence(type: string, fields: Fields): Promise<string> {
  const [, , module = '', slug = ''] = type.split('/')
  const own = (await wordsOf(module)).problems?.[slug]
  return said(own ?? (await wordsOf('web')).problems?.['fault'] ?? NO_LINE, fields)
}

/** Whose words a refused body of `/problems/web/invalid` is told in, by the first part of the address it was sent to. */
const OWNERS: Record<string, string> = { dispatch: 'dispatch', carers: 'workforce', absences: 'workforce', statements: 'settlement', 'payment-batches': 'settlement' }

function ownerOf(type: string, address: unknown): string {
  const [, , module = ''] = type.split('/')
  const [, , first = ''] = typeof address === 'string' ? address.split('/') : []
  return module === 'web' ? (OWNERS[first] ?? module) : module
}

/** `web` knows the usual codes; a module's own file may say a field better, named `field.code`. `address`: where it was sent, `/api/…`. */
export async function fieldSentence(type: string, error: FieldProblem, address?: unknown): Promise<string> {
  const module = ownerOf(type, address)
  const common = await wordsOf('web')
  const own = await wordsOf(module)
  const field = error.field.replace(/\[\d*\]/g, '') // whichever element of a list it is, it is called alike
  const last = field.slice(field.lastIndexOf('.') + 1)
  const name = own.names?.[field] ?? common.names?.[field] ?? common.names?.[last] ?? '这一项'
  const sentence = own.fields?.[`${field}.${error.code}`] ?? common.fields?.[`${field}.${error.code}`] ?? own.fields?.[`*.${error.code}`] ?? common.fields?.[`*.${error.code}`] ?? common.fields?.['*.*'] ?? NO_LINE
  return said(sentence, { ...error, name })
}

function said(sentence: Sentence, fields: Fields): string {
  return typeof sentence === 'string' ? sentence : sentence(fields)
}
