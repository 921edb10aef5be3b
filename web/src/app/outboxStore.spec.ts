import { createPinia, setActivePinia } from 'pinia'
import { expect, it, vi } from 'vitest'
import { useOutbox } from './outboxStore'
import { useSession } from './session'

/** A box that sends what it held when it was asked, and takes its time. */
const { box } = vi.hoisted(() => {
  const held: string[] = []
  const sent: string[] = []
  const arrive: (() => void)[] = []
  return {
    box: {
      sent,
      arrive,
      add: async ({ label }: { label: string }) => void held.push(label),
      list: async () => held.map((label) => ({ label, state: 'waiting' })),
      send: async () => {
        const now = held.splice(0)
        if (now.length === 0) return 0
        await new Promise<void>((done) => arrive.push(done))
        return sent.push(...now)
      },
    },
  }
})
vi.mock('./outbox', () => ({ Outbox: { open: async () => box } }))

it('sends right away what was written down while something else was on its way', async () => {
  setActivePinia(createPinia())
  useSession().$patch({ current: { accountId: 'a' } } as any)
  const outbox = useOutbox()
  const act = (label: string) => outbox.add({ path: '/api/visits/v1/events', label, body: {} })

  await act('服务项目')
  await vi.waitFor(() => expect(box.arrive.length).toBe(1))
  await act('签退')
  box.arrive.shift()!()

  await vi.waitFor(() => expect(box.arrive.length).toBe(1))
  box.arrive.shift()!()
  await vi.waitFor(() => expect(outbox.sending).toBe(false))
  expect(box.sent).toEqual(['服务项目', '签退'])
})

it('tries again by itself, a few seconds later, what found no line', async () => {
  vi.useFakeTimers()
  setActivePinia(createPinia())
  useSession().$patch({ current: { accountId: 'b' } } as any)
  const outbox = useOutbox()
  let tries = 0
  box.list = async () => [{ label: '签到', state: 'waiting' }]
  box.send = async () => ++tries

  await outbox.add({ path: '/api/visits/v1/events', label: '签到', body: {} })
  await vi.advanceTimersByTimeAsync(0)
  const atOnce = tries
  await vi.advanceTimersByTimeAsync(4000)
  expect(tries).toBe(atOnce + 1)
  await vi.advanceTimersByTimeAsync(4000)
  expect(tries, 'less and less often').toBe(atOnce + 1)
  await vi.advanceTimersByTimeAsync(4000)
  expect(tries).toBe(atOnce + 2)
  vi.useRealTimers()
})
