import { onBeforeUnmount, onMounted, shallowRef, type Ref, type ShallowRef } from 'vue'
import { minuteOf, type Axis } from './clock'
import type { VisitRow } from './shapes'
import type { Move } from './useMove'

const MOUSE_SLACK = 4
const TOUCH_SLACK = 8
const TOUCH_HOLD_MS = 300
const KEEPS_MINUTE = 6
const EDGE = 36

interface Press {
  visit: VisitRow
  from?: string
  x: number
  y: number
  /** Minutes from the start of the block to where it was taken. */
  grab: number
  pointer: number
  touch: boolean
}

interface Options {
  root: Ref<HTMLElement | null>
  move: Move
  axis: () => Axis
  may: () => boolean
  /** The visit under a pressed element, if it can be carried. */
  find: (element: Element) => { visit: VisitRow; from?: string } | undefined
  drop: () => void
}

/** Carries a visit with mouse, pen or finger: a mouse by moving, a finger by resting a moment first, so that the board can still be scrolled. */
export function usePointer({ root, move, axis, may, find, drop }: Options): { at: ShallowRef<{ x: number; y: number } | undefined>; press: (event: PointerEvent) => void; tookClick: () => boolean } {
  const at = shallowRef<{ x: number; y: number }>()
  let pressed: Press | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let frame = 0
  let dragged = false
  const carrying = () => move.held.value?.how === 'pointer'

  function press(event: PointerEvent): void {
    if (!may() || event.button !== 0 || !event.isPrimary || move.held.value) return
    dragged = false
    const element = (event.target as Element).closest<HTMLElement>('[data-block], [data-open]')
    const found = element && find(element)
    if (!element || !found) return
    const box = element.getBoundingClientRect()
    const grab = element.dataset.block ? ((event.clientX - box.left) / Math.max(1, box.width)) * found.visit.durationMinutes : 0
    pressed = { ...found, x: event.clientX, y: event.clientY, grab, pointer: event.pointerId, touch: event.pointerType === 'touch' }
    window.addEventListener('pointermove', track)
    window.addEventListener('pointerup', release)
    window.addEventListener('pointercancel', stop)
    if (pressed.touch) timer = setTimeout(() => pressed && begin(pressed), TOUCH_HOLD_MS)
  }

  function begin(held: Press): void {
    dragged = true
    void move.pick(held.visit, held.from, 'pointer')
    at.value = { x: held.x, y: held.y }
    frame = requestAnimationFrame(scroll)
  }

  function track(event: PointerEvent): void {
    if (!pressed || event.pointerId !== pressed.pointer) return
    const far = Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y)
    if (!dragged) {
      if (pressed.touch && far > TOUCH_SLACK) return stop()
      if (pressed.touch || far < MOUSE_SLACK) return
      begin(pressed)
    }
    if (!carrying()) return
    event.preventDefault()
    at.value = { x: event.clientX, y: event.clientY }
    look()
  }

  /** What lies under the pointer: the tray, a carer's line, or neither. */
  function look(): void {
    if (!pressed || !at.value) return
    const under = document.elementFromPoint(at.value.x, at.value.y)
    const line = under?.closest<HTMLElement>('[data-carer]')
    const box = line?.querySelector('[data-track]')?.getBoundingClientRect()
    if (!line || !box || !root.value?.contains(line)) return move.hover(undefined, 0, { tray: Boolean(under?.closest('[data-tray]')), exact: true })
    const { from, to } = axis()
    const present = pressed.visit.from ? minuteOf(pressed.visit.from) : undefined
    const exact = present !== undefined && Math.abs(at.value.x - pressed.x) < KEEPS_MINUTE
    move.hover(line.dataset.carer, exact ? present : from + ((at.value.x - box.left) / box.width) * (to - from) - pressed.grab, { tray: false, exact })
  }

  /** Near an edge of the board it scrolls on by itself. */
  function scroll(): void {
    if (!carrying()) return
    const board = root.value?.querySelector<HTMLElement>('[data-board]')
    if (board && at.value) {
      const { left: near, right, top: above, bottom: below } = board.getBoundingClientRect()
      const box = { left: near, right, top: Math.max(0, above), bottom: Math.min(window.innerHeight, below) }
      const speed = (near: number, far: number) => (near < EDGE ? -Math.ceil((EDGE - Math.max(0, near)) / 3) : far < EDGE ? Math.ceil((EDGE - Math.max(0, far)) / 3) : 0)
      const inside = at.value.x >= box.left && at.value.x <= box.right && at.value.y >= box.top - EDGE && at.value.y <= box.bottom + EDGE
      const [left, top] = [board.scrollLeft, board.scrollTop]
      if (inside) board.scrollBy(speed(at.value.x - box.left, box.right - at.value.x), at.value.y < box.top ? 0 : speed(at.value.y - box.top - 24, box.bottom - at.value.y))
      if (left !== board.scrollLeft || top !== board.scrollTop) look()
    }
    frame = requestAnimationFrame(scroll)
  }

  function release(event: PointerEvent): void {
    if (!pressed || event.pointerId !== pressed.pointer) return
    const was = carrying()
    forget()
    if (was) drop()
  }

  function stop(): void {
    if (carrying()) move.cancel()
    forget()
  }

  function forget(): void {
    clearTimeout(timer)
    cancelAnimationFrame(frame)
    pressed = undefined
    at.value = undefined
    window.removeEventListener('pointermove', track)
    window.removeEventListener('pointerup', release)
    window.removeEventListener('pointercancel', stop)
  }

  // A finger that carries does not scroll the page, nor open a menu.
  const still = (event: Event) => carrying() && event.preventDefault()
  const escape = (event: KeyboardEvent) => event.key === 'Escape' && carrying() && stop()
  onMounted(() => {
    root.value?.addEventListener('touchmove', still, { passive: false })
    root.value?.addEventListener('contextmenu', still)
    window.addEventListener('keydown', escape)
  })
  onBeforeUnmount(() => {
    stop()
    window.removeEventListener('keydown', escape)
  })

  /** True once after a drag: the click that the browser makes of letting go means nothing. */
  function tookClick(): boolean {
    const was = dragged
    dragged = false
    return was
  }

  return { at, press, tookClick }
}
