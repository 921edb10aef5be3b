import { nearest, type BoardLine } from './rows'

/** A place of the board that can have the focus: a block by its key, or the carer's `name`. */
export interface Reached {
  carer: string
  key: string
}

/** Where an arrow key leads from a block (or, without one, from the name) of this carer's line; undefined: nowhere. Up and down pass lines without visits. */
export function stepFrom(lines: BoardLine[], carer: string | undefined, block: string | undefined, key: string): Reached | undefined {
  const n = lines.findIndex((line) => line.carer.id === carer)
  const line = lines[n]
  if (!line) return undefined
  const here = line.blocks.findIndex((one) => one.key === block)
  const on = (to: string | undefined): Reached | undefined => (to ? { carer: line.carer.id, key: to } : undefined)
  if (key === 'ArrowRight') return on(line.blocks[here + 1]?.key)
  if (key === 'ArrowLeft') return on(here > 0 ? line.blocks[here - 1]?.key : 'name')
  if (key === 'Home') return on('name')
  if (key === 'End') return on(line.blocks[line.blocks.length - 1]?.key)
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return undefined
  const by = key === 'ArrowDown' ? 1 : -1
  for (let at = n + by; lines[at]; at += by) {
    const other = lines[at]!
    const next = here < 0 ? 'name' : nearest(other, line.blocks[here]!.from)?.key
    if (next) return { carer: other.carer.id, key: next }
  }
  return undefined
}
