/** The pictures of the README, taken from a running server into `docs/screenshots`. One line for each picture. */
import { it } from 'vitest'
import { openAs, setLooks, shot, type Role, type Size } from '../e2e/harness'
import { apiAs, businessDay } from '../e2e/visits'

process.env.ZHIYANG_SHOTS = new URL('../../docs/screenshots', import.meta.url).pathname

interface Picture {
  name: string
  role: Role
  path: string | (() => Promise<string>)
  size: Size
  /** Text that stands on the page when it is complete. */
  ready: string | RegExp
  looks?: Record<string, string>
}

/** Of the last months and the next two weeks, the day of which there is most to see. */
async function busiestDay(): Promise<string> {
  const api = await apiAs('provider_dispatcher')
  const today = Date.parse(`${await businessDay()}T00:00:00Z`)
  const days = Array.from({ length: 90 }, (_, n) => new Date(today + (n - 75) * 86_400_000).toISOString().slice(0, 10))
  let best = { day: days[75]!, visits: 0 }
  for (const day of days) {
    const visits = (await api.get(`/api/dispatch/day?day=${day}`)).visits.length as number
    if (visits > best.visits) best = { day, visits }
  }
  return `/console/service/dispatch?view=timeline&day=${best.day}`
}

const PICTURES: Picture[] = [
  { name: 'workbench', role: 'village_worker', path: '/console/workbench', size: 'desk', ready: '等我处理' },
  { name: 'elders', role: 'village_worker', path: '/console/registry/elders', size: 'desk', ready: /共 .* 条/ },
  { name: 'loop', role: 'county_officer', path: '/console/service/loop', size: 'desk', ready: '闭环看板' },
  { name: 'dispatch', role: 'provider_dispatcher', path: busiestDay, size: 'desk', ready: /^待派|路上/ },
  { name: 'cockpit', role: 'city_officer', path: '/screen/', size: 'wall', ready: /[县区市][\d,]+人/ },
  { name: 'carer', role: 'carer', path: '/carer/', size: 'phone', ready: '我的' },
  { name: 'elder-home', role: 'elder', path: '/m/', size: 'phone', ready: /今天没有安排上门服务|左右|之间/ },
]

for (const picture of PICTURES) {
  it(picture.name, async () => {
    const path = typeof picture.path === 'string' ? picture.path : await picture.path()
    const page = await openAs(picture.role, path, picture.size)
    if (picture.looks) await setLooks(page, path.split('/')[1] as 'console', picture.looks)
    await page.getByText(picture.ready).first().waitFor()
    await shot(page, picture.name)
  })
}
