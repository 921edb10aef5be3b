/** The pictures of the README, taken from a running server into `docs/screenshots`. One line for each picture. */
import { it } from 'vitest'
import { openAs, setLooks, shot, type Role, type Size } from '../e2e/harness'

process.env.ZHIYANG_SHOTS = new URL('../../docs/screenshots', import.meta.url).pathname

interface Picture {
  name: string
  role: Role
  path: string
  size: Size
  /** Text that stands on the page when it is complete. */
  ready: string | RegExp
  looks?: Record<string, string>
}

const PICTURES: Picture[] = [
  { name: 'workbench', role: 'village_worker', path: '/console/workbench', size: 'desk', ready: '等我处理' },
  { name: 'elders', role: 'village_worker', path: '/console/registry/elders', size: 'desk', ready: /共 .* 条/ },
  { name: 'loop', role: 'county_officer', path: '/console/service/loop', size: 'desk', ready: '闭环看板' },
  { name: 'cockpit', role: 'city_officer', path: '/screen/', size: 'wall', ready: /[县区市][\d,]+人/ },
  { name: 'carer', role: 'carer', path: '/carer/', size: 'phone', ready: '我的' },
  { name: 'elder-home', role: 'elder', path: '/m/', size: 'phone', ready: /今天没有安排上门服务|左右|之间/ },
]

for (const picture of PICTURES) {
  it(picture.name, async () => {
    const page = await openAs(picture.role, picture.path, picture.size)
    if (picture.looks) await setLooks(page, picture.path.split('/')[1] as 'console', picture.looks)
    await page.getByText(picture.ready).first().waitFor()
    await shot(page, picture.name)
  })
}
