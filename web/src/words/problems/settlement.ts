import { day, moment } from '@/app/format'
import type { ProblemWords } from '../problems'

const at = (value: unknown) => (typeof value === 'string' ? moment(value) : '')

const words: ProblemWords = {
  problems: {
    'wrong-state': ({ currentName }) => `现在是“${String(currentName)}”，不能再办这一步。请刷新页面看看最新进度。`,
    'no-final-score': ({ month }) => `${String(month)} 的服务商月度得分还没有确定，没有得分不能结算。请等公示和申诉结束后再冻结。`,
    'lines-in-doubt': ({ visits }) => `这张结算单里有 ${String(visits)} 次上门退回人工判定，判定前不能复核。请让县区民政或回访人员先在“上门记录”里逐次判定，再来复核；判定不成立的本单不支付。`,
    'draft-changed': '您看过之后，有服务记录变了。请先点“重新计算”，核对新的金额后再冻结。',
    'already-objected': '这一行已经提过异议，请等县区处理。',
    'already-decided': '这条异议已经处理过，结果不能再改。如有新情况，请让服务商在下一张结算单上提出。',
    'nothing-to-pay': '没有复核过、等待付款的结算单。请先复核结算单；银行退回的，请先更正账户。',
    'no-account': ({ providers }) => `${Array.isArray(providers) ? providers.join('、') : '有的服务商'} 没有登记收款账户。请先补登账户，再组成批次。`,
    'same-person': '您参与过这个批次的组批、冻结或复核，付款必须由另一人审批。请通知另一位审批人办理。',
    'publicity-not-over': ({ lastDay }) => `付款名单公示到 ${typeof lastDay === 'string' ? day(lastDay) : ''}（含当日），请在第二天以后审批。`,
    'file-not-yet': ({ availableAt }) => `付款文件要到 ${at(availableAt)} 才能生成，此前可以撤回。请到时再来。`,
    'too-late-to-withdraw': ({ until }) => `撤回时间到 ${at(until)} 为止，已经过了。需要追回的，请联系银行，并在下一张结算单上更正。`,
    'unreadable-return': ({ sentence }) => `回盘文件没有入账：${String(sentence)}。请核对文件后重新上传。`,
    'contradicting-return': ({ lines }) => `这份回盘与已经入账的不一致（第 ${Array.isArray(lines) ? lines.join('、') : ''} 笔），没有入账，也没有重复付款。请与银行核对，以银行书面说明为准。`,
    'bank-unavailable': ({ configured }) => (configured ? '银行没有应答，付款文件没有变化，请稍后再送一次；重复送出不会重复付款。' : '没有接通银行，请下载付款文件交给银行，再上传回盘文件。'),
  },
  fields: { 'month.not-over': '这个月还没有结束，请在下个月 1 日以后生成。', 'accountNumber.pattern': '账号应是 8 到 32 位数字，请对照开户证明再看一遍。' },
  names: { reason: '理由', lineId: '明细', accountName: '户名', accountNumber: '账号', digest: '摘要', month: '月份', note: '复核意见', content: '回盘文件' },
}

export default words
