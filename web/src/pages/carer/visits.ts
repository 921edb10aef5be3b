import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { day as dayOf } from '@/app/format'
import { call } from '@/app/http'
import { newId } from '@/app/ids'
import { online, useOutbox } from '@/app/outboxStore'
import { problemOf, type EcProblem } from '@/app/problem'
import { useSession } from '@/app/session'
import { busyVisit } from '@/app/update'
import { changesBetween, type PlanChange } from './changes'
import { beginsAt, progressOf, stageOf, visitPath, type Progress } from './progress'
import { carryVisits } from './visitPost'
import type { PhoneVisit, VisitAct } from './visitShapes'

interface Kept {
  visits: PhoneVisit[]
  days: string[]
  serverAt: string
  offsetMs: number
  keptAt: number
}

/** What was fetched may lie on the phone for the shift and the next day, not longer. */
const TERM_MS = 36 * 3_600_000
const MOST_CHANGES = 50
const REFRESH_MS = 5 * 60_000

carryVisits()

/** Today's and tomorrow's visits on this phone, with how far each is. */
export const useVisits = defineStore('visits', () => {
  const session = useSession()
  const outbox = useOutbox()
  const visits = shallowRef<PhoneVisit[]>([])
  const changes = shallowRef<PlanChange[]>([])
  const asOf = ref<string>()
  const problem = shallowRef<EcProblem>()
  const loaded = ref(false)
  const offsetMs = ref(0)
  let days: string[] = []
  let account = ''
  let loading: Promise<void> | undefined

  /** Business time: the server's clock, carried on by this phone's. */
  function now(): Date {
    return new Date(Date.now() + offsetMs.value)
  }

  async function takeKept(): Promise<void> {
    const box = await outbox.open()
    const kept = await box.read<Kept>('visits')
    if (kept && Date.now() - kept.keptAt > TERM_MS) await box.forgetNotes()
    else if (kept) {
      visits.value = kept.visits
      days = kept.days
      offsetMs.value = kept.offsetMs
      asOf.value = kept.serverAt
      changes.value = (await box.read<PlanChange[]>('changes')) ?? []
    }
  }

  /** What was done here goes first: who checked in at a visit that was given to a colleague meanwhile keeps it. */
  async function fetchVisits(): Promise<void> {
    if (outbox.waiting > 0) await outbox.send()
    const answer = await call<{ serverAt: string; visits: PhoneVisit[] }>('GET', '/api/my/visits')
    const box = await outbox.open()
    const today = dayOf(answer.serverAt)
    const fresh = [today, dayOf(new Date(Date.parse(answer.serverAt) + 86_400_000))]
    const both = days.filter((known) => fresh.includes(known))
    const found = changesBetween(visits.value, answer.visits.filter((visit) => both.includes(visit.day)), both, answer.serverAt)
    visits.value = answer.visits
    days = fresh
    offsetMs.value = Date.parse(answer.serverAt) - Date.now()
    asOf.value = answer.serverAt
    if (found.length > 0) changes.value = [...found, ...changes.value].slice(0, MOST_CHANGES)
    await box.keep('visits', { visits: answer.visits, days, serverAt: answer.serverAt, offsetMs: offsetMs.value, keptAt: Date.now() } satisfies Kept)
    await box.keep('changes', changes.value)
  }

  /** First what lies on the phone, then what the server says; without a line the first is enough. */
  function load(): Promise<void> {
    loading ??= (async () => {
      const who = session.current?.accountId ?? ''
      if (who !== account) {
        account = who
        visits.value = []
        changes.value = []
        days = []
        loaded.value = false
      }
      try {
        if (!loaded.value) await takeKept()
        if (visits.value.length > 0) loaded.value = true
        await fetchVisits()
        problem.value = undefined
      } catch (thrown) {
        problem.value = await problemOf(thrown)
      } finally {
        loaded.value = true
        loading = undefined
      }
    })()
    return loading
  }

  const progress = computed<Record<string, Progress>>(() => Object.fromEntries(visits.value.map((visit) => [visit.id, progressOf(visit, outbox.entries)])))
  const inOrder = computed(() => [...visits.value].sort((a, b) => Date.parse(beginsAt(a)) - Date.parse(beginsAt(b)) || a.id.localeCompare(b.id)))
  const open = computed(() => visits.value.find((visit) => stageOf(visit, progress.value[visit.id]!) === 'OPEN'))
  const unread = computed(() => changes.value.filter((change) => !change.read).length)
  watch(open, (visit) => (busyVisit.value = visit !== undefined), { immediate: true })

  /** Writes an act of a visit down; when this resolves it is safe on the phone and the screen may change. */
  async function record(visit: PhoneVisit, label: string, act: Omit<VisitAct, 'deviceAt'>): Promise<void> {
    const body: VisitAct = { ...act, deviceAt: now().toISOString() }
    await outbox.add({ id: newId(), path: visitPath(visit.id), label: `${visit.elder.name} · ${label}`, body: body as unknown as Record<string, unknown>, last: act.kind === 'PHOTO' })
  }

  async function markRead(): Promise<void> {
    changes.value = changes.value.map((change) => ({ ...change, read: true }))
    await (await outbox.open()).keep('changes', changes.value)
  }

  setInterval(() => online.value && session.current?.carerId && void load(), REFRESH_MS)
  watch(online, (line) => line && session.current?.carerId && void load())

  return { visits: inOrder, changes, asOf, problem, loaded, progress, open, unread, now, load, record, markRead }
})
