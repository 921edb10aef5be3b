import { minutesText, yuanText } from '@/app/planning'
import type { ProblemWords } from '../problems'

const words: ProblemWords = {
  problems: {
    'beyond-entitlement': ({ month, grantedMinutes, wantedMinutes, overMinutes, elderFen }) =>
      `${String(month)} 的待遇有 ${minutesText(Number(grantedMinutes))}，计划要 ${minutesText(Number(wantedMinutes))}，超出 ${minutesText(Number(overMinutes))}；照这样安排，老人当月要自己付 ${yuanText(Number(elderFen))}。请减少服务，或勾选“老人同意自己付超出的部分”再提交。您填的内容还在。`,
    'too-early': ({ missing }) => `还不能提交给老人确认：${Array.isArray(missing) ? missing.join('、') : '前面的环节'}还没有办完，现在约定了也派不出人。请先存为草稿，办完再提交。您填的内容还在。`,
    'no-open-case': '这位老人没有正在办理的服务案例。请先登记需求，再来做计划。您填的内容还在。',
    'already-open': '这位老人已经有一份在办的计划。请打开那一份修改，不要另做一份。',
    'cost-risen': ({ proposedFen, nowFen }) => `提交之后待遇或价格有变，老人每月自付从最多 ${yuanText(Number(proposedFen))} 变成 ${yuanText(Number(nowFen))}，不能按旧的确认。请重新提交计划，让老人再看一遍。`,
    'wrong-status': ({ currentName, wantedName }) => `这份计划现在是“${String(currentName)}”，不能变成“${String(wantedName)}”。请刷新页面看看最新情况。`,
  },
}

export default words
