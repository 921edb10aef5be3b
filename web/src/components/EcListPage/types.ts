import type { Page } from '@/app/contract'

export interface ListColumn<Row> {
  key: string
  label: string
  /** CSS width, for example `9em`. */
  width?: string
  align?: 'right'
  /** Field name the server sorts by; without it the head is plain text. */
  sort?: string
  /** Not shown until a person asks for it. The first column is always shown and stays in place. */
  hidden?: boolean
  /** Plain text of the cell; a slot `cell-<key>` replaces it. */
  text?: (row: Row) => string | undefined
}

export interface ListFilter {
  /** Name in the address and in the query. */
  key: string
  label: string
  /** `link` comes only with an address (这位老人): nobody types it, it is shown and can be taken off. */
  kind: 'text' | 'number' | 'select' | 'day' | 'month' | 'region' | 'link'
  options?: { value: string; label: string }[]
  placeholder?: string
  /** Shown in the first row; the others come with 展开. */
  first?: boolean
  /** Takes two places of the grid. */
  wide?: boolean
}

/** What the server is asked: filters by key, `page`, `size`, `sort`. */
export type ListQuery = Record<string, string>

export type ListSource<Row> = string | ((query: ListQuery) => Promise<Page<Row>>)

export interface Selection<Row> {
  rows: Row[]
  /** True when 选中全部 was pressed: the act is meant for every row of the query, not only the page. */
  all: boolean
  count: number
  query: ListQuery
}

/** A named set of filters somebody keeps. */
export interface SavedFilter {
  name: string
  query: ListQuery
}

/** What is stored per person and list under `list.<id>`. */
export interface ListArrangement {
  columns?: string[]
  folded?: boolean
  saved?: SavedFilter[]
}

export const SIZES = [20, 50, 100] as const
