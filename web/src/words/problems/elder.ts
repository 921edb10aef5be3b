import type { ProblemWords } from '../problems'

const words: ProblemWords = {
  problems: {
    'already-registered': ({ elderId }) =>
      elderId ? '这个身份证号已经在老人库里，不用再登记一遍，请直接用库里这位老人。' : '这个身份证号已经登记在别的区域。请和老人核对住址；已经搬来的，请打 12349 办理迁入。',
    'unknown-region': '没有这个村社，或不在您的管辖范围内。请重新选到村社一级。',
    'too-young': ({ age, youngest }) => Number(age) < 0 ? '证件上的出生日期还没有到，身份证号填错了，请对照证件再看一遍。' : `这位今年 ${String(age)} 岁，老人库登记 ${String(youngest)} 岁以上的人。请核对身份证号。`,
    'not-served': ({ state }) => `${state === 'DECEASED' ? '这位老人已登记为去世' : '这位老人已登记为迁出'}，不能再办理。登记有误的，请先在老人页更正状态。`,
  },
}

export default words
