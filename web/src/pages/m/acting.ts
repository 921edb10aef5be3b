import { computed, ref, type ComputedRef, type Ref } from 'vue'
import type { Elder } from '@/app/contract'
import { api } from '@/app/http'
import { useSession } from '@/app/session'
import { useLoad, type Loaded } from '@/composables/useLoad'

const KEPT = 'zhiyang.m.elder'
const chosen = ref(localStorage.getItem(KEPT) ?? '')

export interface Acting {
  /** Whose matters these pages are about: the elder themselves, or the one a family member chose last. */
  elderId: ComputedRef<string | undefined>
  elders: Loaded<Elder[]>
  elder: ComputedRef<Elder | undefined>
  /** True for everybody who is not the elder. */
  forAnother: ComputedRef<boolean>
  choose: (id: string) => void
  chosen: Ref<string>
}

/** The elder whose pages are shown, and the others one may switch to. */
export function useActing(): Acting {
  const session = useSession()
  const ids = computed(() => session.current?.elderIds ?? [])
  const elderId = computed(() => (ids.value.includes(chosen.value) ? chosen.value : ids.value[0]))
  const elders = useLoad<Elder[]>(async () => Promise.all(ids.value.map(async (id) => (await api.GET('/api/elders/{id}', { params: { path: { id } } })).data as Elder)), ids)
  const elder = computed(() => elders.value.value?.find((one) => one.id === elderId.value))
  const forAnother = computed(() => session.current?.role !== 'elder')
  function choose(id: string): void {
    chosen.value = id
    localStorage.setItem(KEPT, id)
  }
  return { elderId, elders, elder, forAnother, choose, chosen }
}
