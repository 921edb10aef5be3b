import type { ProblemWords } from '../problems'
import { objectionSentence, type ObjectionFields } from '../dispatchRules'

const statuses: Record<string, string> = { CHECKED_IN: '护理员已签到', CHECKED_OUT: '已签退', CANCELLED: '已取消', MISSED: '已过时', NORMAL: '已做完', ABNORMAL: '已做完', CONFIRMED: '已核验', REJECTED: '已核验' }

const words: ProblemWords = {
  problems: {
    'past-day': '这一天已经过去，不能再排单。请选今天或以后的日子。',
    'nothing-to-plan': ({ day }) => `${String(day)} 没有要上门的单子。请换一天，或先到服务工单里接单。`,
    'not-draft': '这份计划已经采纳过，或被新计划代替。请刷新后看最新的一份。',
    'plan-outdated': ({ visits }) => `计划排好以后，有 ${String(visits)} 单的情况变了（取消、已签到、有人改派或撤下、时间已过，或这一天已冻结、不能再动已告诉老人的单子）。请重新排一次再采纳。`,
    'rule-broken': ({ objections }) => (Array.isArray(objections) ? (objections as ObjectionFields[]).map(objectionSentence).join('') : '这样派不符合规定，请换人或换时间。'),
    'visit-not-open': ({ visitStatus }) => `这一单${statuses[String(visitStatus)] ?? '已经开始'}，不能再改派。`,
    'moved-meanwhile': ({ carers, from }) => `同事刚改过这一单，${Array.isArray(carers) && carers.length > 0 ? `现在是${(carers as { name: string }[]).map((one) => one.name).join('、')} ${String(from ?? '').slice(0, 5)}` : '现在没有人去'}。没有改动，请看清后再决定。`,
    'week-under-way': '这个县区的周排班正在进行。请等它排完，再看要不要重排。',
    'not-proposed': '这条建议已经处理过，或情况变了已经作废。请刷新后看最新的建议。',
    'nothing-to-repair': ({ day }) => `${String(day)} 没有要调整的单子。`,
    'time-over': ({ visits }) => `有 ${String(visits)} 单原来的上门时间已经过去，不能整体撤回。请逐单改派到以后的时间，或撤下。`,
    'changed-since': ({ visits }) => `有 ${String(visits)} 单后来又改过，不能整体撤回。请逐单改派。`,
  },
  fields: {
    'from.other-day': '上门时间要在这一单的当天，请改时间',
    'carers.required': '请选择护理员',
    'carers.size': '请选择护理员',
    'provider.required': '请先选择服务商',
    'from.required': '请填开始的日子',
    'extras.required': '请填要增加的人',
    'reason.size': '原因至少写 2 个字，最多 200 个字',
  },
  names: { day: '日期', from: '上门时间', carers: '护理员', provider: '服务商', visit: '单子' },
}

export default words
