import { defineStore } from 'pinia'
import { ref, shallowRef, watch } from 'vue'
import { Outbox, type OutboxEntry } from './outbox'
import { useSession } from './session'

export const online = ref(typeof navigator === 'undefined' || navigator.onLine)
const RETRY_MS = 60_000

/** The outbox of whoever is signed in, with its figures for the screens; sends by itself when there is a line. */
export const useOutbox = defineStore('outbox', () => {
  const session = useSession()
  const entries = shallowRef<OutboxEntry[]>([])
  const waiting = ref(0)
  const sending = ref(false)
  /** True when the phone's store could not be opened (no secure context, private mode, lost key). */
  const locked = ref(false)
  let running: Promise<void> | undefined
  /** Something was written down since the present sending read what waits. */
  let more = false
  let box: Promise<Outbox> | undefined
  let account = ''

  function open(): Promise<Outbox> {
    const who = session.current?.accountId ?? ''
    if (!box || account !== who) {
      account = who
      box = Outbox.open(who)
    }
    return box
  }

  async function refresh(): Promise<void> {
    if (!session.current) return
    try {
      entries.value = await (await open()).list()
      waiting.value = entries.value.filter((entry) => entry.state === 'waiting').length
      locked.value = false
    } catch (thrown) {
      console.error(thrown)
      locked.value = true
    }
  }

  async function add(act: Parameters<Outbox['add']>[0]): Promise<void> {
    await (await open()).add(act)
    await refresh()
    void send()
  }

  /** Ends when all that waits now was tried, also where a sending was under way. */
  function send(): Promise<void> {
    more = true
    if (!online.value || !session.current) return Promise.resolve()
    running ??= sendAll()
    return running
  }

  async function sendAll(): Promise<void> {
    sending.value = true
    try {
      while (more) {
        more = false
        await (await open()).send()
      }
    } catch (thrown) {
      console.error(thrown)
    } finally {
      sending.value = false
      running = undefined
      await refresh()
    }
  }

  window.addEventListener('online', () => {
    online.value = true
    void send()
  })
  window.addEventListener('offline', () => (online.value = false))
  setInterval(() => waiting.value > 0 && void send(), RETRY_MS)
  watch(() => session.current?.accountId, async (id) => id && (await refresh(), await send()), { immediate: true })

  return { entries, waiting, sending, locked, open, add, refresh, send }
})
