import type { ProblemWords } from '../problems'

const words: ProblemWords = {
  problems: {
    'proposal-open': ({ proposedBy, proposedOn }) => `这家服务商已有一件列名提议在等复核${proposedBy ? `（${String(proposedBy)}，${String(proposedOn)}）` : ''}。请先办完那一件。`,
    'same-listing': '服务商现在就是这个状态，不用再提。请选另一个状态。',
    'same-person': '提议人不能自己复核。请由另一位有权限的同事（本县区或市民政）决定。',
    'already-decided': '这件提议已经有人决定过了。请刷新页面看结果。',
  },
  names: { reason: '理由', evidence: '依据材料', words: '复核意见', listing: '信用状态' },
}

export default words
