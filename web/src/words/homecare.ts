import type { MatchPart, OfferStatus, OrderStatus, VisitStatus, EventKind, ItemState } from '@/app/homecare'

export const orderStatusNames: Record<OrderStatus, string> = { OPEN: '待匹配', OFFERED: '待服务商答复', ACCEPTED: '已接单', UNMATCHED: '无人可接', ENDED: '已结束' }
export const offerStatusNames: Record<OfferStatus, string> = { OPEN: '等待答复', ACCEPTED: '已接受', REFUSED: '已拒绝', EXPIRED: '到期未答复', WITHDRAWN: '已收回' }
export const partNames: Record<MatchPart, string> = { DISTANCE: '距离', SKILL: '技能', CAPACITY: '余力', RATING: '评价', WISH: '意愿' }
export const visitStatusNames: Record<VisitStatus, string> = { PLANNED: '待派单', ASSIGNED: '已派单', CHECKED_IN: '服务中', CHECKED_OUT: '待核验', NORMAL: '核验正常', ABNORMAL: '异常待判定', CONFIRMED: '已确认', REJECTED: '不予认可', CANCELLED: '已取消', MISSED: '未上门' }
export const flagNames: Record<string, string> = {
  OUTSIDE_PLACE: '签到位置不符', NO_POSITION: '无法定位签到', UNEXPLAINED: '无定位且未说明', TOO_SHORT: '服务时长不足', LATE_OR_EARLY: '不在约定时间', OVERLAP: '同一护理员时间重叠', IMPOSSIBLE_TRAVEL: '移动速度不合常理', TOO_FREQUENT: '服务过于频繁',
  BACKFILLED: '事后补录', BATCH_SIGNED: '集中批量签字', SAME_PHOTO: '照片重复使用', ELDER_ABSENT: '老人住院或外出', CERTIFICATE_EXPIRED: '护理员证书过期', OTHER_CARER: '非派单护理员', PROOF_MISSING: '服务凭证不全', WAS_CANCELLED: '已取消的上门',
}
export const eventNames: Record<EventKind, string> = { CHECK_IN: '签到', CHECK_OUT: '签退', ITEM: '服务项目', VITALS: '体征与确认', NOTE: '记录', PHOTO: '照片', SIGNATURE: '签字', CONCERN: '和平时不一样' }
export const itemStateNames: Record<ItemState, string> = { DONE: '已做', NOT_DONE: '没做', DECLINED: '老人不要', NOT_APPLICABLE: '不适用' }
export const methodNames = { POSITION: '定位', QR: '老人码', NO_POSITION: '无法定位' } as const
export const signatureNames = { DRAWN: '手写签字', PIN: '签字密码', PROXY: '代签' } as const
const weekdayNames = ['', '一', '二', '三', '四', '五', '六', '日']

export const weekdays = (days: number[]): string => (days.length === 7 ? '每天' : `每周${days.map((day) => weekdayNames[day]).join('、')}`)
export const roleNames: Record<string, string> = {
  platform: '平台', village_worker: '村社工作者', town_officer: '镇街经办', county_officer: '县区民政', city_officer: '市民政', provider_dispatcher: '服务商', carer: '护理员', hotline_operator: '12349坐席', elder: '老人', family: '家属',
}

export default {
  orders: {
    title: '服务工单', number: '工单号', elder: '老人', service: '服务', when: '时间', units: '每次', provider: '服务商', status: '状态', since: '状态时间', orderedAt: '下单时间', region: '村社', area: '地区',
    asked: '询问中', until: '答复期限', mineOnly: '只看等我答复的', empty: '没有符合条件的工单', emptyHint: '照护计划确认后会自动生成工单；也可以放宽筛选条件。', askedYou: '等您答复',
  },
  order: {
    title: (number: string) => `工单 ${number}`, facts: '工单内容', plan: '照护计划', openPlan: '看这份计划', wish: '老人指定', wishes: '特别要求', from: '开始', to: '结束', open: '至计划结束', minutes: (n: number) => `每次约 ${n} 分钟`, crew: (n: number) => `需要 ${n} 名护理员同时在场`, reason: '下单原因',
    candidates: '候选服务商', candidatesHint: '按距离、技能、余力、评价和老人意愿排序，满分 100 分；权重见参数“匹配权重”。', rank: '名次', name: '服务商', points: '得分', parts: '得分构成', why: '理由', left: '未列入的原因', none: '没有服务商开展这项服务。',
    offers: '询问记录', n: '次', offeredAt: '询问时间', expiresAt: '答复期限', answer: '答复', answeredAt: '答复时间', note: '说明', byHand: '民政指定', noOffers: '还没有询问过服务商。',
    answerTitle: '请答复这张工单', answerHint: (until: string) => `请在 ${until} 前答复；到期不答复，将询问下一家服务商。`, accept: '接受工单', refuse: '拒绝工单', refuseReason: '拒绝的原因', refuseHint: '例如：该时段人手不足。原因会告诉民政部门。', accepted: '已接单，未来两周的上门已排入派单台。', refused: '已拒绝，系统将询问下一家。',
    assignTitle: '指定服务商', assignHint: '自动匹配没有结果或等不及时，由民政指定。失信服务商不能指定。', assignProvider: '服务商', assignReason: '指定的原因', assignDespite: '知道上面的情况，仍然指定这家', assign: '指定这家服务商', assigned: '已指定，上门已排好。', rematch: '重新询问所有服务商', rematched: '已重新匹配。', choose: '请选择', visits: '看这张工单的上门记录', ruling: '匹配裁定编号',
  },
  visits: {
    title: '上门记录', number: '记录号', elder: '老人', service: '服务', day: '日期', planned: '约定', real: '签到—签退', carers: '护理员', provider: '服务商', status: '状态', flags: '异常', region: '村社', area: '地区', from: '从', to: '到',
    ofProvider: '这家服务商的', flag: '异常类型', decision: '判定', byPerson: '人工', byRules: '规则', flagged: '核验发现', flaggedOnly: '只看有异常的（含已判定）', done: '上门', doneOnly: '只看已上门的', waiting: '待判定', waitingOnly: '只看待判定的', ofOrder: '这张工单的', sampled: '抽查', empty: '没有符合条件的上门记录', emptyHint: '服务商接单后会自动排出未来两周的上门；也可以放宽筛选条件。', notAssigned: '未派单', none: '无',
  },
  visit: {
    title: (number: string) => `上门 ${number}`, facts: '基本情况', order: '工单', open: '查看工单', sent: '派给', came: '到场', uninvited: '没有派单', notOut: (at: string) => `${at} 签到，还没有签退`, planned: '约定时间', window: '时间段', real: '实际', minutes: (n: number) => `${n} 分钟`, units: '数量', unitsOf: (done: number, planned: number, unit: string) => `完成 ${done} / 计划 ${planned} ${unit}`,
    price: '价格与分担', shares: (p: string, v: string, e: string) => `公费 ${p} · 消费券 ${v} · 个人 ${e}`, frozen: '已冻结', reserved: '预留', released: '预留已退回', notReserved: '没有预留', notCharged: '这次上门不结算，老人不用付费。', digest: '凭证摘要（SM3）', wishes: '特别要求',
    findings: '核验发现', noFindings: '没有发现异常。', notVerified: '签退后核验；当天的核对在夜间完成。', map: '签到位置与老人住处', home: '老人住处', mapHint: (distance: string) => `距住处约 ${distance}`, checkIn: '签到处', checkOut: '签退处',
    fields: '服务凭证', items: '服务项目', noItems: '没有勾选项目。', missing: '未提供', photos: '照片与签字', photo: (n: number) => `照片 ${n}`, signaturePicture: '签字图片', events: '手机记录', received: (at: string) => `${at} 收到`, late: '签退后补充', cardWrong: '不是这位老人的有效老人码', cardRight: '老人码有效', accuracy: (m: number) => `误差约 ${m} 米`,
    story: '经过', onBehalf: '代办', decision: '判定', decideTitle: '判定这次上门', decideHint: '确认后按凭证结算；不予认可的不结算，预留的时数退回老人。判定后不能更改。', confirm: '确认属实', reject: '不予认可', decideReason: '判定的依据', decideReasonHint: '例如：电话回访老人，确认按时上门。', send: '提交判定', decided: '已判定。', byRules: '规则自动确认', byPerson: '人工判定',
    rating: '评价', stars: (n: number) => `${n} 分`, low: '低分', rate: '登记评价', rateTitle: '替老人登记评价', rateHint: '在上门或电话中问过老人之后登记，记录会注明由您代办。', words: '老人怎么说', rated: '已登记评价。', cancel: '取消这次上门', cancelTitle: '取消这次上门', cancelText: '取消后护理员的时间空出来，预留的时数退回老人。老人和家属会在手机上看到下面的原因。', cancelReason: '取消的原因', cancelled: '已取消。',
  },
  card: { title: '上门', none: '近期没有上门。', next: '接下来', last: '最近', all: '全部上门记录', code: '老人码' },
  code: {
    title: '老人码与签字密码', hint: '打印后挂在老人家中，护理员签到、签退时扫码。扫码人看不到任何个人信息。', print: '打印', replace: '换发老人码', replaceText: '换发后旧码立即失效，需要重新打印悬挂。', replaceReason: '换发的原因', replaced: '已换发，请打印新码。',
    pin: '签字密码', pinSet: '已设置', pinNotSet: '未设置', pinHint: '4 到 6 位数字，由老人自己定，签退时输入代替签字。不要用 1234 或四个相同的数字。', pinSave: '保存签字密码', pinSaved: '签字密码已保存。', card: '老人码', scanHere: '护理员签到、签退时，请扫这个码。', call: (hotline: string) => `有事请打 ${hotline}`, beware: '上门注意事项', bewareHint: '例如：听力不好请大声敲门；家里有狗。', bewareSave: '保存注意事项', bewareSaved: '注意事项已保存。', action: '老人码',
  },
}
