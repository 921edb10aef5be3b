import type { RouteRecordRaw } from 'vue-router'
import words from '@/words/complaint'

export default [
  { path: '/oversight/complaints', component: () => import('./Complaints.page.vue'), meta: { title: words.title, room: 'oversight', permission: 'complaint.read' } },
  { path: '/oversight/complaints/:id', component: () => import('./Complaint.page.vue'), props: true, meta: { title: words.title, room: 'oversight', permission: 'complaint.read', parents: [{ name: words.title, to: '/oversight/complaints' }] } },
] satisfies RouteRecordRaw[]
