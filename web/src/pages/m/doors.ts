import type { IconName } from '@/components/EcIcon/icons'
import words from '@/words/citizenDoors'

/**
 * One of the big doors on the home page. A room adds its own as `<name>.door.ts` anywhere under `pages/m`;
 * at most four are shown at once, by order, so a door says for whom it is.
 */
export interface Door {
  key: string
  order: number
  label: string
  /** One short line below, in everyday words. */
  hint?: string
  icon: IconName
  to: string
  /** Roles that see it; without, everybody, signed in or not. */
  roles?: string[]
}

const files = import.meta.glob<Door>('./**/*.door.ts', { eager: true, import: 'default' })

const MOST = 4
const MORE: Door = { key: 'more', order: 99, label: words.more, hint: words.moreHint, icon: 'columns', to: '/more' }

/** Every door this reader may open, own doors first. */
function all(role: string | undefined, doors: Door[]): Door[] {
  return doors.filter((door) => !door.roles || (role !== undefined && door.roles.includes(role))).sort((a, b) => Number(!a.roles) - Number(!b.roles) || a.order - b.order)
}

/** What stands on the home page: at most four doors; the last is 更多 when there are more, and for whoever is signed in, because behind it one signs out. */
export function doorsFor(role: string | undefined, doors: Door[] = Object.values(files)): Door[] {
  const found = all(role, doors)
  return found.length <= MOST && !role ? found : [...found.slice(0, MOST - 1), MORE]
}

/** What stands behind 更多. */
export function doorsBehindMore(role: string | undefined, doors: Door[] = Object.values(files)): Door[] {
  const found = all(role, doors)
  return found.length <= MOST && !role ? found : found.slice(MOST - 1)
}
