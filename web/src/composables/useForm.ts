import { nextTick, onBeforeUnmount, reactive, ref, shallowRef, watch, type Ref } from 'vue'
import { dropDraft, readDraft, saveDraft } from '@/app/drafts'
import { newId } from '@/app/ids'
import { problemOf, type EcProblem } from '@/app/problem'
import { useSession } from '@/app/session'

const DRAFT_EVERY_MS = 10_000

export interface FormError {
  field: string
  sentence: string
}

export interface FormOptions<Values extends object> {
  /** Names the draft, for example `need.new`. Without it nothing is kept on the device. */
  draft?: string
  /** Fields never kept on the device. */
  secret?: (keyof Values)[]
  /** Checks for comfort before sending; the server decides. */
  check?: (values: Values) => FormError[]
  /** Sends the form under its key, which stays the same until it went through. Throws `EcProblem`. */
  send: (values: Values, key: string) => Promise<void>
}

export interface Form<Values extends object> {
  values: Values
  errors: Ref<FormError[]>
  problem: Ref<EcProblem | undefined>
  sending: Ref<boolean>
  /** True when values of an earlier visit were put back. */
  restored: Ref<boolean>
  key: Ref<string>
  submit: () => Promise<boolean>
  errorOf: (field: string) => string | undefined
  /** Forgets the draft and starts with fresh values under a new key. */
  startOver: () => void
  /** What the page itself has filled in so far is nothing a person typed: it makes no draft. */
  filledIn: () => void
}

/** One form: its values, its draft, its Idempotency-Key and the error summary that takes focus. */
export function useForm<Values extends object>(initial: () => Values, options: FormOptions<Values>): Form<Values> {
  const session = useSession()
  const account = session.current?.accountId ?? 'nobody'
  const values = reactive(initial()) as Values
  const errors = ref<FormError[]>([])
  const problem = shallowRef<EcProblem>()
  const sending = ref(false)
  const restored = ref(false)
  const key = ref(newId())
  let changed = false

  if (options.draft) {
    const draft = readDraft<Partial<Values>>(account, options.draft)
    if (draft) {
      Object.assign(values, draft.values)
      key.value = draft.key
      restored.value = true
    }
    const timer = setInterval(keep, DRAFT_EVERY_MS)
    window.addEventListener('pagehide', keep)
    onBeforeUnmount(() => {
      clearInterval(timer)
      window.removeEventListener('pagehide', keep)
      keep()
    })
    watch(values, () => (changed = true), { deep: true })
  }

  function keep(): void {
    if (!options.draft || !changed) return
    const kept = keepable(values)
    changed = false
    if (!restored.value && JSON.stringify(kept) === JSON.stringify(keepable(initial()))) return
    saveDraft(account, options.draft, { values: kept, key: key.value, savedAt: new Date().toISOString() })
  }

  function keepable(all: Values): Partial<Values> {
    const kept: Partial<Values> = { ...all }
    for (const field of options.secret ?? []) delete kept[field]
    return kept
  }

  function filledIn(): void {
    void nextTick(() => (changed = false))
  }

  async function submit(): Promise<boolean> {
    if (sending.value) return false
    problem.value = undefined
    errors.value = options.check?.(values) ?? []
    if (errors.value.length > 0) return refuse()
    sending.value = true
    keep()
    try {
      await options.send(values, key.value)
      if (options.draft) dropDraft(account, options.draft)
      changed = false
      key.value = newId()
      return true
    } catch (thrown) {
      problem.value = await problemOf(thrown)
      errors.value = problem.value.errors.map(({ field, sentence }) => ({ field, sentence }))
      if (problem.value.is('web/idempotency-key-reused') || (problem.value.status >= 400 && problem.value.status < 500)) key.value = newId() // refused: nothing was stored under it
      return refuse()
    } finally {
      sending.value = false
    }
  }

  /** What stood in the fields that were refused: what is said about one is over once it is changed. */
  let refused = new Map<string, string>()
  const partOf = (field: string) => field.split(/[.[]/)[0]!
  const contentOf = (field: string) => JSON.stringify((values as Record<string, unknown>)[partOf(field)])
  watch(values, () => {
    const open = errors.value.filter(({ field }) => refused.get(field) === contentOf(field))
    if (open.length === errors.value.length) return
    errors.value = open
    if (open.length === 0) problem.value = undefined
  }, { deep: true })

  async function refuse(): Promise<false> {
    refused = new Map(errors.value.map(({ field }) => [field, contentOf(field)]))
    await nextTick()
    document.querySelector<HTMLElement>('[data-error-summary]')?.focus()
    return false
  }

  function errorOf(field: string): string | undefined {
    return errors.value.find((error) => error.field === field)?.sentence
  }

  function startOver(): void {
    if (options.draft) dropDraft(account, options.draft)
    Object.assign(values, initial())
    errors.value = []
    problem.value = undefined
    restored.value = false
    key.value = newId()
    void nextTick(() => (changed = false))
  }

  return { values, errors, problem, sending, restored, key, submit, errorOf, startOver, filledIn }
}
