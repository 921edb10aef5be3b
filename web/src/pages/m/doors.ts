import type { IconName } from '@/components/EcIcon/icons'

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

/** What this reader finds behind the doors: own doors first, at most four. */
export function doorsFor(role: string | undefined, all: Door[] = Object.values(files)): Door[] {
  return all
    .filter((door) => !door.roles || (role !== undefined && door.roles.includes(role)))
    .sort((a, b) => Number(!a.roles) - Number(!b.roles) || a.order - b.order)
    .slice(0, 4)
}
