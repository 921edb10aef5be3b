import type { ProblemWords } from '../problems'

const words: ProblemWords = {
  problems: { answered: ({ answeredOn }) => `这份问卷${answeredOn ? `在 ${String(answeredOn)} ` : ''}已经答过了，一份只答一次。请刷新页面看结果。` },
  names: { words: '老人的话' },
}

export default words
