import type { ProblemWords } from '../problems'

const words: ProblemWords = {
  problems: {
    'wrong-score-status': ({ currentName }) => `这份评价现在是“${String(currentName)}”，不能这样办。请刷新看最新情况。`,
    'objection-over': ({ lastDay }) => `异议期已在 ${String(lastDay)} 结束。仍有不同意见，请书面向县区民政反映。`,
    'not-in-evidence': ({ partName }) => `所选的记录不在“${String(partName)}”的失分依据里，不能作为异议或更正的对象。请在失分清单里选。`,
    'nothing-left': '全部剔除以后就没有可评的记录了。请保留有依据的部分，或者驳回异议。',
    'wrong-task-status': ({ currentName }) => `这项整改现在是“${String(currentName)}”，不能这样办。请刷新看最新情况。`,
  },
}

export default words
