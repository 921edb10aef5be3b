import { ref, watch, type Ref } from 'vue'
import { call } from '@/app/http'
import { useLoad } from '@/composables/useLoad'
import type { DayView, RepairRow, RepairView } from './shapes'

const TRIES = 10
const EVERY_MS = 700

export interface Repairs {
  /** Proposals nobody has decided yet. */
  repairs: Readonly<Ref<RepairRow[] | undefined>>
  /** The one that is looked at, and its lines once they are read. */
  reading: Ref<string | undefined>
  repair: Readonly<Ref<RepairView | null | undefined>>
  look: () => Promise<void>
  /** The proposal that the server makes right after this carer was written down as away; undefined when none comes. */
  await: (carer: string) => Promise<RepairRow | undefined>
}

/** What is proposed for a day that changed. */
export function useRepairs(day: () => DayView): Repairs {
  const { value: repairs, reload: look } = useLoad(async () => {
    const all = await call<RepairRow[]>('GET', '/api/dispatch/repairs', { query: { day: day().day, provider: day().provider.id } })
    return all.filter((one) => one.state === 'PROPOSED')
  }, () => day().version)
  const reading = ref<string>()
  const { value: repair } = useLoad<RepairView | null>(async () => (reading.value ? call<RepairView>('GET', `/api/dispatch/repairs/${reading.value}`) : null), [reading, () => day().version])

  // A proposal another took the place of is not read on: its successor is.
  watch(repairs, (all) => {
    if (reading.value && all && !all.some((one) => one.id === reading.value)) reading.value = all[0]?.id
  })

  async function awaitFor(carer: string): Promise<RepairRow | undefined> {
    const about = () => repairs.value?.find((one) => [one, ...one.also].some((cause) => cause.carer?.id === carer))
    for (let n = 0; n < TRIES && !about(); n++) {
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS))
      await look()
    }
    return about()
  }

  return { repairs, reading, repair, look, await: awaitFor }
}
