import type { ProblemWords } from '../problems'

const words: ProblemWords = {
  problems: {
    'absence-overlaps': '这段时间已经记过缺勤。请先撤回原来的一条，或改时间。',
    'already-left': ({ on, until, revocable }) => 
      revocable
        ? `这位护理员已于 ${String(on)} 离职，日期不能再改。登记错了的，${String(until)} 前（含当天）可以撤回：请到护理员名单里选“已离职”，撤回后再重新登记。`
        : `这位护理员已于 ${String(on)} 离职，撤回期到 ${String(until)}（含当天）为止，已经过了。要重新上岗的，请联系平台管理员。`,
  },
  fields: {
    'to.before-from': '结束时间要晚于开始时间',
    'to.too-long': '一次最多查两个月，请缩短时间',
  },
  names: { from: '开始时间', to: '结束时间', reason: '原因', note: '说明', on: '离职日' },
}

export default words
