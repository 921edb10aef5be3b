/** The running result while the form is being filled. For comfort only: the server grades. */
import type { AbilityLevel } from '@/app/contract'
import type { Answers, Field, FieldValue, Instrument, Item, LevelChange, Tables } from './api'

export interface Running {
  answered: number
  total: number
  /** Known when every item is answered. */
  initial?: AbilityLevel
  final?: AbilityLevel
  /** Circumstances that hold by what is in the tables now. */
  changes: LevelChange[]
}

export function running(instrument: Instrument, answers: Answers, tables: Tables): Running {
  const given = instrument.items.filter((item) => answers[item.key] !== undefined)
  const total = given.reduce((sum, item) => sum + answers[item.key]!, 0)
  const changes = instrument.levelChanges.filter((change) => holds(instrument, change, tables))
  if (given.length < instrument.items.length) return { answered: given.length, total, changes }
  const initial = instrument.levels.find((band) => band.min <= total && total <= band.max)!
  const set = changes.filter((change) => change.effect === 'SET')
  const raised = changes.filter((change) => change.effect === 'RAISE').reduce((sum, change) => sum + change.amount, 0)
  const worst = Math.max(...instrument.levels.map((band) => band.number))
  const number = set.length > 0 ? Math.max(...set.map((change) => change.amount)) : Math.min(worst, initial.number + raised)
  return { answered: given.length, total, initial: initial.level, final: instrument.levels.find((band) => band.number === number)!.level, changes }
}

function holds(instrument: Instrument, change: LevelChange, tables: Tables): boolean {
  for (const table of instrument.tables) {
    for (const field of table.fields) {
      if (field.triggers === change.key) return triggered(field, tables[table.key]?.[field.key], change)
    }
  }
  return false
}

function triggered(field: Field, value: FieldValue | undefined, change: LevelChange): boolean {
  if (value === undefined) return false
  if (field.kind === 'COUNTS') return sumOf(value as Record<string, number>) >= (change.atLeast ?? 1)
  const labels = field.triggeredBy ?? []
  return Array.isArray(value) ? (value as string[]).some((label) => labels.includes(label)) : labels.includes(String(value))
}

export function sumOf(counts: Record<string, number>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}

export interface Part {
  key: string
  code: string
  name: string
  items: Item[]
  /** Fields of the table that are filled here; those the registry keeps are left out. */
  fields: Field[]
}

/** The form's parts in the order one fills them: who and how first, then the four groups of items. */
export function partsOf(instrument: Instrument): Part[] {
  const tables = instrument.tables.map((table) => ({ key: table.key, code: table.code, name: table.name, items: [], fields: table.fields.filter((field) => !field.keptBy) }))
  const groups = instrument.dimensions.map((dimension) => ({
    key: dimension.key,
    code: dimension.code,
    name: dimension.name,
    items: instrument.items.filter((item) => item.dimension === dimension.key),
    fields: [],
  }))
  return [...tables, ...groups]
}

/** How many required things of a part are still missing. */
export function missingIn(part: Part, answers: Answers, tables: Tables): number {
  const items = part.items.filter((item) => answers[item.key] === undefined).length
  return items + part.fields.filter((field) => field.required && isMissing(field, tables[part.key]?.[field.key])).length
}

export function isMissing(field: Field, value: FieldValue | undefined): boolean {
  if (value === undefined || value === '') return true
  if (field.kind === 'CHOICES') return (value as string[]).length === 0 && !field.allowEmpty
  if (field.kind === 'COUNTS') return (field.events ?? []).some((event) => (value as Record<string, number>)[event.key] === undefined)
  return false
}
