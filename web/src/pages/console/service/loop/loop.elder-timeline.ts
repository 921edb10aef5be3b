import { call } from '@/app/http'
import type { Page } from '@/app/contract'
import type { Transition } from '@/app/intake'
import { pathWithin } from '@/app/router'
import { useSession } from '@/app/session'
import words from '@/words/intake'
import type { ElderTimeline } from '../../registry/elders/cards'
import { reachable } from './next'

/** The loop of all of the elder's cases: every step with who did it. */
export default {
  key: 'loop',
  permission: 'need.read',
  read: async (elder) => {
    const page = await call<Page<Transition>>('GET', `/api/elders/${elder.id}/timeline`, { query: { size: 100 } })
    return page.items.map((entry, at) => ({
      id: `loop-${page.total - at}`,
      at: entry.at,
      title: entry.title + (entry.month ? ` · ${entry.month}` : ''),
      text: [`${entry.actorName}（${entry.actorRoleName}）`, entry.detail].filter(Boolean).join(' · '),
      status: entry.onBehalf ? { text: words.case.onBehalf, tone: 'info' as const } : entry.kind === 'FELL_BACK' ? { text: '退回', tone: 'warn' as const } : undefined,
      to: reachable(entry.path, useSession().current?.menu ?? []) ? pathWithin('/console/', entry.path) : undefined,
    }))
  },
} satisfies ElderTimeline
