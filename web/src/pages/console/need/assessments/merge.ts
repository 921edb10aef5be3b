/** Two people filled the same form: what only one of them changed is taken, where both did somebody has to choose. */
import type { Answers, FieldValue, Tables } from './api'

export interface Content {
  answers: Answers
  tables: Tables
}

/** Keys are `answers.eating` and `health.pain`, as in the server's faults but for the prefix of the answers. */
type Flat = Record<string, number | FieldValue>

export interface Clash {
  key: string
  mine?: number | FieldValue
  theirs?: number | FieldValue
}

export interface Merged {
  content: Content
  clashes: Clash[]
}

const ANSWERS = 'answers'

function flat(content: Content): Flat {
  const all: Flat = {}
  for (const [table, fields] of Object.entries({ [ANSWERS]: content.answers, ...content.tables })) {
    for (const [key, value] of Object.entries(fields)) all[`${table}.${key}`] = value
  }
  return all
}

function unflat(all: Flat): Content {
  const content: Content = { answers: {}, tables: {} }
  for (const [path, value] of Object.entries(all)) {
    const dot = path.indexOf('.')
    const table = path.slice(0, dot)
    const key = path.slice(dot + 1)
    if (table === ANSWERS) content.answers[key] = value as number
    else (content.tables[table] ??= {})[key] = value as FieldValue
  }
  return content
}

/** Equal for equal content, in whatever order keys stand. */
function told(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(told).join()}]`
  if (value && typeof value === 'object') return `{${Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, part]) => `${key}:${told(part)}`).join()}}`
  return JSON.stringify(value) ?? ''
}

export function same(one: Content, other: Content): boolean {
  return told(flat(one)) === told(flat(other))
}

/** `base` is what both started from. Clashing places hold mine until somebody chooses. */
export function merge(base: Content, mine: Content, theirs: Content): Merged {
  const [from, left, right] = [flat(base), flat(mine), flat(theirs)]
  const all: Flat = {}
  const clashes: Clash[] = []
  for (const key of new Set([...Object.keys(left), ...Object.keys(right)])) {
    const [was, here, there] = [told(from[key]), told(left[key]), told(right[key])]
    const value = here === was ? right[key] : left[key]
    if (value !== undefined) all[key] = value
    if (here !== there && here !== was && there !== was) clashes.push({ key, mine: left[key], theirs: right[key] })
  }
  return { content: unflat(all), clashes }
}

/** The content with the other side's value wherever that was chosen. */
export function choose(content: Content, clashes: Clash[], theirs: Set<string>): Content {
  const all = flat(content)
  for (const clash of clashes.filter(({ key }) => theirs.has(key))) {
    if (clash.theirs === undefined) delete all[clash.key]
    else all[clash.key] = clash.theirs
  }
  return unflat(all)
}
