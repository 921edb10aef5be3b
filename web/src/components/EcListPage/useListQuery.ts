import { computed, type ComputedRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { SIZES, type ListFilter, type ListQuery } from './types'

export interface ListAddress {
  query: ComputedRef<ListQuery>
  page: ComputedRef<number>
  size: ComputedRef<number>
  sort: ComputedRef<string>
  /** Changes part of the address; filters and sizes start again at page 1. Empty values leave the address. */
  change: (changes: ListQuery, keepPage?: boolean) => void
}

/** Filters, sort and page live in the address: back works, links can be sent. Unknown names in it are left alone and not sent. */
export function useListQuery(filters: () => ListFilter[], defaultSort: () => string): ListAddress {
  const route = useRoute()
  const router = useRouter()
  const text = (key: string) => {
    const value = route.query[key]
    return typeof value === 'string' ? value : ''
  }
  const page = computed(() => Math.max(1, Number.parseInt(text('page'), 10) || 1))
  const size = computed(() => SIZES.find((allowed) => String(allowed) === text('size')) ?? SIZES[0])
  const sort = computed(() => text('sort') || defaultSort())
  const query = computed(() => {
    const asked: ListQuery = {}
    for (const { key } of filters()) if (text(key)) asked[key] = text(key)
    return { ...asked, page: String(page.value), size: String(size.value), ...(sort.value ? { sort: sort.value } : {}) }
  })

  function change(changes: ListQuery, keepPage = false): void {
    const next: Record<string, unknown> = { ...route.query, ...(keepPage ? {} : { page: '' }), ...changes }
    for (const key of Object.keys(next)) if (next[key] === '' || next[key] === undefined) delete next[key]
    void router.push({ query: next as Record<string, string> })
  }

  return { query, page, size, sort, change }
}
