import { moment } from '@/app/format'
import type { ProblemWords } from '../problems'

const words: ProblemWords = {
  problems: {
    'wrong-status': ({ currentName, wantedName }) =>
      `这张评估单现在是“${String(currentName)}”，还不能变为“${String(wantedName)}”。请刷新看看最新进展：可能别人刚刚办过这一步。`,
    'already-open': '这位老人已经有一张评估单在办，不用再申请。请在评估单列表里打开那一张继续。',
    'same-assessor-twice': '两名评估员要是不同的两个人，请另选一名。',
    'not-an-assessor': '选的人不在评估员名册里，或证书在评估那天无效。请换一名评估员，或改评估日期。',
    'assessor-is-relative': '有一名评估员是这位老人的亲属，按回避规定不能评估，也不能签名、提交。请换一名评估员；已经安排的，请这名评估员在评估单上声明回避，镇街再另行安排。',
    'no-medical-background': '两名评估员里至少要有一名有医疗或护理背景，请换一名。',
    'planned-in-the-past': '评估时间已经过去了，请改成以后的时间。',
    'before-appointment': ({ plannedAt }) => `约定的时间是${moment(String(plannedAt))}，还没有到。和老人或家属说好提前的，请写明原因再开始；没有说好的，请到约定的时间再去。`,
    'not-assigned': '这张评估单没有安排给您，只有指派的两名评估员可以填写和签名。需要的话，请联系镇街重新安排。',
    'content-changed': '您看到的内容之后，评估表又被改过。请刷新，看过最新内容再签名。',
    'already-signed': '您已经签过名了，不用再签。等另外的人签完即可提交。',
    'publicity-over': ({ lastDay }) => `公示已在 ${String(lastDay)} 结束，不能再提异议。老人身体有变化，请申请“即时评估”。`,
  },
}

export default words
