import { time } from '@/app/format'
import type { ProblemWords } from '../problems'

const words: ProblemWords = {
  problems: {
    'taken-by-colleague': ({ name, until }) => `这件回访${name ? `由 ${String(name)} ` : '已由同事'}领取，${time(String(until))} 到期。请先做别的，或者请对方退回。`,
    'not-taken': '请先点“领取这件回访”，再拨打和记录，免得两个人给同一位老人打电话。',
    'wrong-status': ({ currentName }) => `这件回访现在是“${String(currentName)}”，不能这样办。请刷新看最新情况。`,
    'nobody-reached': '还没有接通过，不能下“属实”“未提供”“部分提供”的结论。接通后再记，或者按“无法联系”转县区裁定。',
    'too-few-attempts': ({ made, needed }) => `只有 ${String(made)} 次未接通，满 ${String(needed)} 次才能按“无法联系”办。请换个时间再打，并登记下次拨打时间。`,
    'against-the-answers': ({ proposedName }) => `按老人的回答应当是“${String(proposedName)}”。要下别的结论，请在说明里写清理由（至少 4 个字）。`,
  },
}

export default words
