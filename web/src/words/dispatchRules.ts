import { time } from '@/app/format'

/** A hard rule in words: what would be broken, and what to do. */
export interface ObjectionFields {
  rule: string
  carer?: { id: string; name: string }
  otherElder?: string
  otherFrom?: string
}

export function objectionSentence({ rule, carer, otherElder, otherFrom }: ObjectionFields): string {
  const who = carer?.name ?? '护理员'
  const other = otherElder ? `（${otherFrom ? `${time(otherFrom)} ` : ''}${otherElder}）` : ''
  switch (rule) {
    case 'ON_DUTY':
      return `${who}这一天没有排班，请换人或先排班。`
    case 'REFUSED':
      return `老人不要${who}再来，请换人；意愿变了，在老人的“护理员意愿”里改。`
    case 'SKILL':
      return `${who}没有这项服务要求的技能，请换人。`
    case 'CERTIFICATE':
      return `${who}没有当天有效的、等级足够的证书，请换人。`
    case 'UNREACHABLE':
      return `${who}没有路能到老人家（路上要一天以上）。请先核对老人在地图上的位置；位置没错，就换人，或给${who}换一种出行方式。`
    case 'SHIFT':
      return `这个时间不在${who}的班次里，或从家里赶不到，请换时间或换人。`
    case 'ONE_PLACE':
      return `${who}那时在别处${other}，加上路程赶不到，请换时间或换人。`
    case 'DAY_LENGTH':
      return `${who}当天的服务和路程会超过上限，请换人。`
    case 'WEEK_LENGTH':
      return `${who}这一周（周一至周日）的服务和路程会超过上限，请换人。`
    case 'REST':
      return `${who}与前一天或后一天的工作之间休息不够，请换时间或换人。`
    case 'DISPATCH_HOURS':
      return '这个时间在派单时段以外，请换时间。'
    case 'NOT_IN_THE_PAST':
      return '这个时间已经过去，请换时间。'
    case 'CREW':
      return '人数不对，请按这项服务要求的人数选择不同的护理员。'
    default:
      return '这样派不符合规定，请换人或换时间。'
  }
}

/** The same, short, for tables. */
export const ruleNames: Record<string, string> = {
  ON_DUTY: '当天没有排班',
  REFUSED: '老人不要再派',
  SKILL: '没有这项技能',
  CERTIFICATE: '证书不够或过期',
  UNREACHABLE: '没有路能到',
  SHIFT: '不在班次里',
  ONE_PLACE: '那时在别处或赶不到',
  DAY_LENGTH: '当天工时已满',
  WEEK_LENGTH: '本周工时已满',
  REST: '两天之间休息不够',
  DISPATCH_HOURS: '在派单时段以外',
  NOT_IN_THE_PAST: '时间已过',
  WINDOW: '超出约定时段',
  CREW: '人数不对',
}
