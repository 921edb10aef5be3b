import type { Component } from 'vue'

/**
 * A panel of the cockpit: a room brings it as `<name>.panel.ts` anywhere under `pages/screen`. It loads its own figures from
 * records, shows 数据截至, and leads to the records. Four bands answer the four questions.
 */
export interface Panel {
  key: string
  title: string
  band: 'people' | 'danger' | 'service' | 'money'
  order: number
  permission?: string
  component: () => Promise<{ default: Component }>
}

const files = import.meta.glob<Panel>('./**/*.panel.ts', { eager: true, import: 'default' })

export const panels = Object.values(files).sort((a, b) => a.order - b.order)
