import { computed, onScopeDispose, ref, shallowRef, watch, type Ref, type WatchSource } from 'vue'
import { problemOf, type EcProblem } from '@/app/problem'

export type LoadState = 'loading' | 'ready' | 'error' | 'forbidden' | 'missing'

export interface Loaded<Value> {
  value: Readonly<Ref<Value | undefined>>
  problem: Readonly<Ref<EcProblem | undefined>>
  /** True from each start to its end; the old value stays readable meanwhile. */
  busy: Readonly<Ref<boolean>>
  state: Readonly<Ref<LoadState>>
  reload: () => Promise<void>
}

/**
 * Reads something from the server, at once and again whenever a watched source changes.
 * Only the newest answer counts: a slow old one is thrown away.
 */
export function useLoad<Value>(read: () => Promise<Value>, watched?: WatchSource | WatchSource[]): Loaded<Value> {
  const value = shallowRef<Value>()
  const problem = shallowRef<EcProblem>()
  const busy = ref(false)
  let turn = 0

  async function reload(): Promise<void> {
    const mine = ++turn
    busy.value = true
    try {
      const answer = await read()
      if (mine !== turn) return
      value.value = answer
      problem.value = undefined
    } catch (thrown) {
      const failed = await problemOf(thrown)
      if (mine === turn) problem.value = failed
    }
    if (mine === turn) busy.value = false
  }

  const state = computed<LoadState>(() => {
    if (problem.value) {
      if (problem.value.status === 403) return 'forbidden'
      if (problem.value.status === 404) return 'missing'
      return 'error'
    }
    return value.value === undefined ? 'loading' : 'ready'
  })

  onScopeDispose(() => turn++)
  if (watched) watch(watched, reload)
  void reload()
  return { value, problem, busy, state, reload }
}
