import { defineStore } from 'pinia'
import { ref, shallowRef, watch } from 'vue'
import { Outbox, type OutboxEntry } from './outbox'
import { useSession } from './session'

export const online = ref(typeof navigator === 'undefined' || navigator.onLine)
// Listened to from the first moment: a line that comes back while the page is still loading is not missed.
if (typeof window !== 'undefined') for (const event of ['online', 'offline']) window.addEventListener(event, () => (online.value = event === 'online'))
const FIRST_RETRY_MS = 4000
const LONGEST_RETRY_MS = 60_000

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
  let retry: ReturnType<typeof setTimeout> | undefined
  let retryMs = FIRST_RETRY_MS
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
      sendLater()
    }
  }

  /** What was not taken is tried again, soon at first, then less and less often. */
  function sendLater(): void {
    clearTimeout(retry)
    if (waiting.value === 0) retryMs = FIRST_RETRY_MS
    else
      retry = setTimeout(() => {
        retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS)
        void send()
      }, retryMs)
  }

  watch(online, (there) => {
    retryMs = FIRST_RETRY_MS
    if (there) void send()
  })
  watch(() => session.current?.accountId, async (id) => id && (await refresh(), await send()), { immediate: true })

  return { entries, waiting, sending, locked, open, add, refresh, send }
})
