import type { ProblemWords } from '../problems'

const words: ProblemWords = {
  problems: {
    'same-need-open': ({ caseNumber, capturedOn }) => `同样的需求在 ${String(capturedOn)} 已经登记过，正在办理（案例 ${String(caseNumber)}）。可以打开案例看进度；有新情况，作为补充登记。`,
    'feedback-missing': ({ month }) => `${String(month)} 的服务还没有效果反馈，不能结案。请先请老人或家属评价（家属可以代评，坐席可以电话回访），再来结案。`,
    'month-unfinished': ({ month, missing }) => `${String(month)} 的服务还差：${Array.isArray(missing) ? missing.join('、') : '结算和反馈'}，现在不能按“服务结束”结案。不再需要上门的，请先停止照护计划；等这些都办完，再来结案。老人撤回、迁出或去世的，请按实际原因结案。`,
    'never-served': '这个案例从来没有服务过，不能按“服务结束”结案。请选撤回、不符合条件、迁出或去世，并写明情况。',
    'already-closed': ({ closedOn }) => `这个案例在 ${String(closedOn)} 已经结案。又有需要，请另外登记需求。`,
    'step-missing': ({ missing }) => `还不能生成工单：${Array.isArray(missing) ? missing.join('、') : '前面的环节'}还没有完成。请先办好这几步。`,
    'steps-to-make-up': ({ waived }) => `助急时先免后补的环节还没有补办：${Array.isArray(waived) ? waived.join('、') : '前面的环节'}。请补办后再按“服务结束”结案；老人不再需要的，按实际原因结案。`,
  },
}

export default words
