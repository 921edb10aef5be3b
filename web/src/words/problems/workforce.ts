import type { ProblemWords } from '../problems'

const words: ProblemWords = {
  problems: {
    'absence-overlaps': '这段时间已经记过缺勤。请先撤回原来的一条，或改时间。',
    'already-left': ({ on }) => `这位护理员已于 ${String(on)} 离职，不能再改。重新入职请按新护理员登记。`,
  },
  fields: {
    'to.before-from': '结束时间要晚于开始时间',
    'to.too-long': '一次最多查两个月，请缩短时间',
  },
  names: { from: '开始时间', to: '结束时间', reason: '原因', note: '说明', on: '离职日' },
}

export default words
