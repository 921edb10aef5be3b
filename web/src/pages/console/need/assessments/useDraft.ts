import { onBeforeUnmount, reactive, ref, shallowRef, toRaw, watch } from 'vue'
import { useSession } from '@/app/session'
import { problemOf, type EcProblem } from '@/app/problem'
import type { FormError } from '@/composables/useForm'
import { faultsOf, readOne, saveDraft, type AssessmentView } from './api'
import { drop, keep, readKept } from './device'
import { choose, merge, same, type Clash, type Content } from './merge'

const SEND_AFTER_MS = 1500
const RETRY_MS = 15_000

export type DraftState = 'saved' | 'changed' | 'saving' | 'offline' | 'refused' | 'clash'

/**
 * One form's content: written to the device and sent to the server by itself, also after hours without a line. Where the server
 * has something newer, what only one side changed is merged; for the rest somebody chooses.
 */
export function useDraft(id: string) {
  const account = useSession().current?.accountId ?? ''
  const content = reactive<Content>({ answers: {}, tables: {} })
  const state = ref<DraftState>('saved')
  const savedAt = ref<string>()
  const keptOnDevice = ref(true)
  const restoredFrom = ref<string>()
  const digest = ref('')
  const faults = ref<FormError[]>([])
  const problem = shallowRef<EcProblem>()
  const clashes = ref<Clash[]>([])
  let base: Content = { answers: {}, tables: {} }
  let version = 0
  let quiet = true
  let sending: Promise<void> | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  const copy = (): Content => JSON.parse(JSON.stringify(toRaw(content))) as Content

  function put(next: Content): void {
    quiet = true
    content.answers = next.answers
    content.tables = next.tables
    queueMicrotask(() => (quiet = false))
  }

  /** Takes what the server holds, and what lies unsent on this device. */
  async function begin(view: AssessmentView): Promise<void> {
    take(view)
    put(structuredClone(base))
    const kept = await readKept(account, id)
    if (!kept) return
    if (same(kept.content, base)) return drop(account, id)
    restoredFrom.value = kept.savedAt
    const merged = merge(kept.base, kept.content, base)
    put(merged.content)
    if (merged.clashes.length > 0) {
      clashes.value = merged.clashes
      state.value = 'clash'
    } else await send()
  }

  function take(view: AssessmentView): void {
    if (!view.form) return
    base = { answers: { ...view.form.answers }, tables: structuredClone(view.form.tables) }
    version = view.form.version
    digest.value = view.form.contentDigest
  }

  async function store(): Promise<void> {
    keptOnDevice.value = await keep(account, id, { content: copy(), base, basedOn: version, savedAt: new Date().toISOString() })
  }

  watch(
    content,
    () => {
      if (quiet) return
      if (state.value !== 'clash') state.value = state.value === 'offline' ? 'offline' : 'changed'
      void store()
      clearTimeout(timer)
      timer = setTimeout(() => void send(), SEND_AFTER_MS)
    },
    { deep: true, flush: 'sync' },
  )

  function send(): Promise<void> {
    clearTimeout(timer)
    sending ??= sendNow().finally(() => (sending = undefined))
    return sending
  }

  async function sendNow(): Promise<void> {
    if (state.value === 'clash') return
    const sent = copy()
    if (same(sent, base)) return settled()
    if (state.value !== 'offline') state.value = 'saving'
    try {
      const answer = await saveDraft(id, { basedOn: version, ...sent })
      base = sent
      version = answer.version
      digest.value = answer.contentDigest
      faults.value = []
      problem.value = undefined
      savedAt.value = new Date().toISOString()
      if (same(copy(), sent)) await settled()
      else {
        state.value = 'changed'
        timer = setTimeout(() => void send(), SEND_AFTER_MS)
      }
    } catch (thrown) {
      await refused(await problemOf(thrown))
    }
  }

  async function settled(): Promise<void> {
    state.value = 'saved'
    savedAt.value ??= new Date().toISOString()
    await drop(account, id)
  }

  async function refused(why: EcProblem): Promise<void> {
    if (why.is('web/stale')) return catchUp()
    if (why.status === 0 || why.status >= 502) {
      state.value = 'offline'
      return
    }
    problem.value = why
    faults.value = faultsOf(why)
    state.value = 'refused'
  }

  /** Somebody else saved in between. */
  async function catchUp(): Promise<void> {
    const before = base
    take(await readOne(id))
    const merged = merge(before, copy(), base)
    put(merged.content)
    await store()
    if (merged.clashes.length > 0) {
      clashes.value = merged.clashes
      state.value = 'clash'
    } else await sendNow()
  }

  async function resolve(theirs: Set<string>): Promise<void> {
    put(choose(copy(), clashes.value, theirs))
    clashes.value = []
    state.value = 'changed'
    await store()
    await send()
  }

  const online = () => void send()
  const again = setInterval(() => state.value === 'offline' && void send(), RETRY_MS)
  window.addEventListener('online', online)
  onBeforeUnmount(() => {
    clearInterval(again)
    window.removeEventListener('online', online)
    if (state.value === 'changed') void send()
  })

  return { content, state, savedAt, keptOnDevice, restoredFrom, digest, faults, problem, clashes, begin, send, resolve }
}
