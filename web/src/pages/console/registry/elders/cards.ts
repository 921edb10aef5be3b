import type { Component } from 'vue'
import type { Elder } from '@/app/contract'
import type { TimelineEntry } from '@/components/EcTimeline/EcTimeline.vue'

/**
 * What other rooms put on the page of one elder, each as a file of its own anywhere under `pages/console`:
 * `<name>.elder-card.ts`, `<name>.elder-timeline.ts`, `<name>.elder-action.ts`, with the shape as default export.
 */
export interface ElderCard {
  key: string
  title: string
  /** Smaller stands higher; household is 10. */
  order: number
  /** `side` is the narrow column (the usual place), `main` the wide one above the timeline. */
  place?: 'side' | 'main'
  /** Without it the card is not there at all. */
  permission?: string
  /** Gets the prop `elder: Elder`, loads its own figures and shows its own states. */
  component: () => Promise<{ default: Component }>
}

/** A source of the timeline: one room's events about one person. */
export interface ElderTimeline {
  key: string
  permission?: string
  read: (elder: Elder) => Promise<TimelineEntry[]>
}

/** A button in the top band, leading to a page of this app. */
export interface ElderAction {
  key: string
  label: string
  order: number
  permission?: string
  to: (elder: Elder) => string
  /** Left out when it says no, for example for somebody deceased. */
  offered?: (elder: Elder) => boolean
}

const cardFiles = import.meta.glob<ElderCard>('../../**/*.elder-card.ts', { eager: true, import: 'default' })
const timelineFiles = import.meta.glob<ElderTimeline>('../../**/*.elder-timeline.ts', { eager: true, import: 'default' })
const actionFiles = import.meta.glob<ElderAction>('../../**/*.elder-action.ts', { eager: true, import: 'default' })

export const elderCards = Object.values(cardFiles).sort((a, b) => a.order - b.order)
export const elderTimelines = Object.values(timelineFiles)
export const elderActions = Object.values(actionFiles).sort((a, b) => a.order - b.order)
