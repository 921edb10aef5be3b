import type { ProblemWords } from '../problems'
import { visitStatusNames } from '../homecare'
import type { VisitStatus } from '@/app/homecare'

const nameOf = (state: unknown) => visitStatusNames[state as VisitStatus] ?? String(state)
const clock = (at: unknown) => (typeof at === 'string' ? at.slice(11, 16) : '')
const yuan = (fen: unknown) => (Number(fen) / 100).toFixed(2)

const words: ProblemWords = {
  problems: {
    'wrong-status': ({ state, wanted }) =>
      wanted === 'RATED' ? `这次上门现在是“${nameOf(state)}”，确认属实之后才能评价。请先判定，或过一天再来。` : wanted === 'CANCELLED' ? `这次上门现在是“${nameOf(state)}”，已经开始或结束的上门不能取消。有问题请在判定时说明。` : `这次上门现在是“${nameOf(state)}”，不能这样办理。请刷新页面看最新情况。`,
    'carer-elsewhere': ({ carerName, from, to }) => `${String(carerName ?? '这位护理员')}${from ? `在 ${clock(from)}—${clock(to)} ` : '那个时间'}已有另一次上门。请换个时间，或换一位护理员。`,
    'foreign-carer': '这位护理员不在本服务商的在岗名单里。请从自己的护理员中选择。',
    'crew-incomplete': ({ needed, given }) => `这项服务需要 ${String(needed)} 名护理员同时在场，现在只选了 ${String(given)} 名。请再选一位。`,
    'carer-unwanted': ({ carerName }) => `老人不要${String(carerName ?? '这位护理员')}再来。请换一位护理员；意愿变了，在老人的“护理员意愿”里改。`,
    'not-qualified': ({ carerName, skill }) => `${String(carerName ?? '这位护理员')}${skill ? '没有这项服务要求的技能' : '当天没有符合要求的有效证书'}。请换一位护理员。`,
    'already-decided': ({ state }) => `这次上门已经判定为“${nameOf(state)}”，不能再改判。有新情况请走投诉或结算差异。`,
    'already-rated': '这次上门已经评价过了，一次上门只评价一次。',
    'offer-closed': ({ state }) => (state === 'EXPIRED' ? '答复期限已过，工单已转给下一家服务商。' : state === 'WITHDRAWN' ? '这次询问已收回（改由民政指定或计划有变）。' : '这次询问已经答复过了。请刷新页面。'),
    'order-closed': ({ state }) => (state === 'ACCEPTED' ? '这张工单已有服务商接单，不能再指定。' : '这张工单现在不能这样办理，请刷新页面看最新情况。'),
    'provider-unfit': ({ why }) => (why === 'DEFAULTED' ? '这家服务商已列入失信名单，不能接新单。请选别的服务商。' : '这家服务商没有开展这项服务。请选别的服务商。'),
    'provider-excluded': ({ because }) => `按派单规则不应派给这家：${(because as string[]).join('；')}。请选别的服务商；确需派给这家的，请勾选“仍然指定”再提交。`,
    'beyond-entitlement': ({ leftMinutes, promisedMinutes, freeMinutes, entitled, askedMinutes, elderFen }) =>
      `${entitled === false ? '那一天没有生效的待遇' : `超出本月待遇：还剩 ${String(leftMinutes)} 分钟${Number(promisedMinutes) > 0 ? `，其中 ${String(promisedMinutes)} 分钟已留给照护计划和先下的工单，能用 ${String(freeMinutes)} 分钟` : ''}`}，这次需要 ${String(askedMinutes)} 分钟。请减少数量，或征得老人同意自付 ${yuan(elderFen)} 元后勾选“老人自付”。`,
    'urgent-in-work': ({ number }) => `这位老人已有一张助急工单（${String(number)}）在办，还没有人到达。请打开那张工单看进度，不要重复下单。`,
    'already-ordered': ({ number, day, windowFrom, windowTo }) => `这位老人 ${String(day)} ${String(windowFrom)}—${String(windowTo)} 已有同一项服务的工单（${String(number)}）。请先看那张工单；确实要再加一次，勾选“确实要再加一次”再提交。`,
    'elder-away': ({ state, since }) => `这位老人登记为${state === 'IN_HOSPITAL' ? '住院' : '外出'}${since ? `（${String(since)} 起）` : ''}，那一天家里没有人，不能上门。已经回家的，请先在老人页更正状态再下单。`,
    'no-case': '这位老人没有正在办理的案例。请先登记需求，再下单。',
  },
  names: { reason: '原因', providerId: '服务商', stars: '分数', words: '评价', pin: '签字密码', text: '注意事项', windowTo: '结束时间', service: '服务', requestedAt: '求助时间' },
}

export default words
