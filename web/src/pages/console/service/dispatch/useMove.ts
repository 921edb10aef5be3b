import { computed, shallowRef, type ComputedRef, type ShallowRef } from 'vue'
import { call } from '@/app/http'
import { problemOf, type EcProblem } from '@/app/problem'
import { minuteOf, type Axis } from './clock'
import { bestPlace, groundOf, hatchesOf, judge, snap, type Ground, type Hatch, type Verdict } from './ground'
import type { Moves, VisitRow } from './shapes'

/** A visit in the hand. `carer` is the line it hovers over, none over the tray or outside. */
export interface Held {
  visit: VisitRow
  how: 'pointer' | 'keys'
  /** Whose it was when picked up; none from the tray. */
  from?: string
  carer?: string
  start: number
  tray: boolean
}

export interface Move {
  held: ShallowRef<Held | undefined>
  ground: ShallowRef<Ground | undefined>
  problem: ShallowRef<EcProblem | undefined>
  verdict: ComputedRef<Verdict | undefined>
  hatches: ComputedRef<Map<string, Hatch[]> | undefined>
  pick: (visit: VisitRow, from: string | undefined, how: Held['how']) => Promise<void>
  /** Over this carer (undefined: none) with the start at about `raw`, or `exact`ly there. */
  hover: (carer: string | undefined, raw: number, where: { tray: boolean; exact: boolean }) => void
  /** Minutes later or earlier, lines down or up. */
  step: (minutes: number, lines: number, carers: string[]) => void
  /** The verdict where it is put down, once the server has said where it may stand; undefined when it stays where it was. */
  drop: () => Promise<Verdict | undefined>
  cancel: () => void
}

export const STEP = 5

/** One visit picked up, carried and put down; the server is asked once, at the start, where it may stand. */
export function useMove(axis: () => Axis): Move {
  const held = shallowRef<Held>()
  const ground = shallowRef<Ground>()
  const problem = shallowRef<EcProblem>()
  let asking: Promise<void> | undefined
  let turn = 0

  const verdict = computed(() => (held.value?.carer && ground.value ? judge(ground.value, held.value.visit, held.value.from, held.value.carer, held.value.start) : undefined))
  const hatches = computed(() => {
    const minutes = held.value?.visit.durationMinutes
    return ground.value && minutes !== undefined ? hatchesBy(ground.value, minutes) : undefined
  })
  let hatched: { ground: Ground; lines: Map<string, Hatch[]> } | undefined
  function hatchesBy(of: Ground, minutes: number): Map<string, Hatch[]> {
    if (hatched?.ground !== of) hatched = { ground: of, lines: new Map([...of.carers.values()].map((carer) => [carer.id, hatchesOf(carer, minutes, axis())])) }
    return hatched.lines
  }

  async function ask(visit: VisitRow, mine: number): Promise<void> {
    try {
      const answer = groundOf(await call<Moves>('GET', `/api/dispatch/visits/${visit.id}/moves`))
      if (mine !== turn || !held.value) return
      ground.value = answer
      if (held.value.how === 'keys' && !held.value.carer) {
        const best = bestPlace(answer, visit)
        if (best) held.value = { ...held.value, ...best }
      }
    } catch (thrown) {
      const failed = await problemOf(thrown)
      if (mine !== turn) return
      problem.value = failed
      cancel()
    }
  }

  function pick(visit: VisitRow, from: string | undefined, how: Held['how']): Promise<void> {
    problem.value = undefined
    ground.value = undefined
    held.value = { visit, how, from, carer: from, start: minuteOf(visit.from ?? visit.windowFrom), tray: false }
    asking = ask(visit, ++turn)
    return asking
  }

  function hover(carer: string | undefined, raw: number, { tray, exact }: { tray: boolean; exact: boolean }): void {
    const now = held.value
    if (!now) return
    const start = within(axis(), raw, now.visit.durationMinutes, (minute) => (exact ? minute : snap(minute, STEP, carer ? ground.value?.carers.get(carer) : undefined)))
    if (now.carer !== carer || now.start !== start || now.tray !== tray) held.value = { ...now, carer, start, tray }
  }

  function step(minutes: number, lines: number, carers: string[]): void {
    const now = held.value
    if (!now) return
    const at = now.carer ? carers.indexOf(now.carer) : -1
    const carer = lines === 0 ? now.carer : carers[Math.min(carers.length - 1, Math.max(0, at + lines))]
    const target = minutes === 0 ? now.start : minutes > 0 ? Math.floor(now.start / STEP) * STEP + minutes : Math.ceil(now.start / STEP) * STEP + minutes
    held.value = { ...now, carer, start: within(axis(), target, now.visit.durationMinutes, (minute) => minute), tray: false }
  }

  async function drop(): Promise<Verdict | undefined> {
    await asking
    const now = held.value
    const said = verdict.value
    if (!now || !said || (now.from === now.carer && now.visit.from && minuteOf(now.visit.from) === now.start)) return undefined
    return said
  }

  function cancel(): void {
    turn++
    held.value = undefined
    ground.value = undefined
  }

  return { held, ground, problem, verdict, hatches, pick, hover, step, drop, cancel }
}

function within(axis: Axis, minute: number, duration: number, round: (minute: number) => number): number {
  return Math.min(axis.to - duration, Math.max(axis.from, round(minute)))
}
