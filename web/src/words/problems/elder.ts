import type { ProblemWords } from '../problems'

const words: ProblemWords = {
  problems: {
    'already-registered': ({ elderId }) => (elderId ? '这位老人已经登记过，不用再登记。请打开他的档案办理。' : '这位老人已在本市别的地方登记过。请和原登记的村社联系，把档案转过来。'),
    'unknown-region': '这个村社不在您的管辖范围内，请重新选择所在村社。',
    'too-young': ({ age, youngest }) => `证件上的年龄是 ${String(age)} 岁，老人名册登记 ${String(youngest)} 岁及以上的人。请对照证件再看一遍。`,
    'not-served': '这位老人的状态不能这样改。如果登记错了，请找县区民政更正。',
  },
}

export default words
