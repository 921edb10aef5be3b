import type { Page } from '@/app/contract'
import { call } from '@/app/http'
import type { VisitRow } from '@/app/homecare'
import type { ElderTimeline } from '../../registry/elders/cards'
import { VISIT_TONES } from './tones'

/** The elder's finished visits, each leading to its proof. */
export default {
  key: 'visits',
  permission: 'visit.read',
  read: async (elder) => {
    const page = await call<Page<VisitRow>>('GET', `/api/elders/${elder.id}/visits`, { query: { size: 50 } })
    return page.items.filter((visit) => visit.checkedInAt).map((visit) => ({
      id: `visit-${visit.id}`, at: visit.checkedInAt!, title: visit.serviceName, text: [visit.carers.map((carer) => carer.name).join('、'), visit.provider.name].filter(Boolean).join(' · '),
      status: { text: visit.statusName, tone: VISIT_TONES[visit.status] }, to: `/service/visits/${visit.id}`,
    }))
  },
} satisfies ElderTimeline
