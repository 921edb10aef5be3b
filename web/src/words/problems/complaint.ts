import type { ProblemWords } from '../problems'

const words: ProblemWords = {
  problems: {
    'already-open': ({ number, aboutVisit }) =>
      aboutVisit === false ? `这位老人今天已登记过一件同类投诉（${String(number)}），还在办理。请先看那一件；确实是另一件事，勾选“确实是另一件事”再登记。` : `这次上门已经有一件同类投诉（${String(number)}）正在办理，不用再登记。请打开那一件看进度，有新情况在办理时补充。`,
    'wrong-status': ({ currentName }) => `这件投诉现在是“${String(currentName)}”，不能这样办。请刷新看最新情况。`,
    'answer-still-due': ({ dueOn }) => `服务商可以在 ${String(dueOn)} 前答复，现在还不能认定。请等答复，或到期后再办。`,
    'no-provider': '还不知道投诉的是哪家服务商，请先选定服务商再转办。',
  },
}

export default words
