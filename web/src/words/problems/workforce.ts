import type { ProblemWords } from '../problems'

const words: ProblemWords = {
  problems: {
    'absence-overlaps': '这段时间已经记过缺勤。请先撤回原来的一条，或改时间。',
    'other-day-stands': ({ on }) => `已经登记这位护理员 ${String(on)} 起离职（可能是同事刚登记的）。要改日期，请先撤回，再重新登记。`,
    'already-left': ({ on, until, revocable }) => 
      revocable
        ? `这位护理员已于 ${String(on)} 离职，日期不能再改。登记错了的，${String(until)} 前（含当天）可以撤回：请到护理员名单里选“已离职”，撤回后再重新登记。`
        : `这位护理员已于 ${String(on)} 离职，撤回期到 ${String(until)}（含当天）为止，已经过了。要重新上岗的，请联系平台管理员。`,
  },
  fields: {
    'to.before-from': '结束时间要晚于开始时间',
    'from.too-far': ({ latest }) => `缺勤最早登记到 ${String(latest)} 开始，请改早一些`,
    'from.after-leaving': ({ on }) => `这位护理员 ${String(on)} 起离职，那以后不用再记缺勤`,
    'to.too-long': '一次最多查两个月，请缩短时间',
  },
  names: { from: '开始时间', to: '结束时间', reason: '原因', note: '说明', on: '离职日' },
}

export default words
