import type { RouteRecordRaw } from 'vue-router'
import words from '@/words/assessment'

const parents = [{ name: words.list.title, to: '/need/assessments' }]

export default [
  { path: '/need/assessments', component: () => import('./Assessments.page.vue'), meta: { title: words.list.title, room: 'need', permission: 'assessment.read' } },
  { path: '/need/assessments/new', component: () => import('./NewAssessment.page.vue'), meta: { title: words.ask.title, room: 'need', permission: 'assessment.schedule', parents } },
  { path: '/need/assessments/:id', component: () => import('./Assessment.page.vue'), props: true, meta: { room: 'need', permission: 'assessment.read', parents } },
  { path: '/need/assessments/:id/appointment', component: () => import('./Appointment.page.vue'), props: true, meta: { title: words.schedule.title, room: 'need', permission: 'assessment.schedule', parents } },
  { path: '/need/assessments/:id/form', component: () => import('./Form.page.vue'), props: true, meta: { title: words.form.title, room: 'need', permission: 'assessment.complete', parents } },
  { path: '/need/assessments/:id/report', component: () => import('./Report.page.vue'), props: true, meta: { title: words.report.title, room: 'need', permission: 'assessment.read', parents } },
] satisfies RouteRecordRaw[]
