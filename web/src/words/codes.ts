/** What the keys within a structured parameter mean; `codes.spec.ts` finds those without a word. */
export const codeNames: Record<string, string> = {
  INTACT: '能力完好', MILD: '轻度失能', MODERATE: '中度失能', SEVERE: '重度失能', COMPLETE: '完全失能', TEKUN: '特困', DIBAO: '低保', DIBAO_EDGE: '低保边缘', ORDINARY: '其他',
  LIVING_ALONE_80_PLUS: '80 岁以上独居', FAMILY_PLANNING_SPECIAL: '计划生育特殊家庭', CENTENARIAN: '百岁老人', NEED: '需求', ASSESSED: '评估', ELIGIBLE: '资格',
  PLANNED: '计划', ORDERED: '下单', MATCHED: '匹配', DISPATCHED: '派单', VISITED: '上门', VERIFIED: '核验', EVALUATED: '评价', SETTLED: '结算', PAID: '支付',
  FELT: '反馈', FALL_WITH_INJURY: '跌倒受伤', HOSPITAL_DISCHARGE: '出院', FAMILY_REQUEST: '家属申请', EACH_ONCE: '每条各提一级', MONTH_AFTER_BIRTHDAY: '生日次月起',
  from: '从', to: '到', day: '当天', week: '一周', whatIf: '假如', WALK: '步行', E_BIKE: '电动车', CAR: '汽车', notUsualCarer: '换了不熟的护理员', eachCarer: '每多一位护理员',
  notWishedCarer: '不是希望的护理员', perMinuteAfterWindow: '晚于约定，每分钟', perHourAlreadyPlanned: '已排工时，每小时', unserved: '排不上', uneven: '忙闲不均',
  changed: '改动已通知的安排', mostMoved: '最多挪动其他单', vital: '必须服务的优先级', DISTANCE: '距离', SKILL: '技能', CAPACITY: '余力', RATING: '评价', WISH: '老人意愿', ENTITLEMENT: '政府购买服务', VOUCHER: '消费补贴',
  ELDER: '老人自付', monthWeights: '各月权重', minimumMonths: '至少几个月', PUNCTUALITY: '准时', COMPLETION: '完成', VERIFIED_CALL_BACKS: '回访核实', COMPLAINTS: '投诉',
  SATISFACTION: '满意', MEAL: '助餐', BATHING: '助浴', CLEANING: '助洁', PERSONAL_CARE: '生活照料', MEDICAL_ESCORT: '助医', REHABILITATION: '助康',
  WALKING_COMPANY: '助行', COMFORT: '精神慰藉', URGENT: '助急', RESPITE: '喘息服务',
}

/** What an account may do, as the trail names it. */
export const permissionNames: Record<string, string> = {
  'account.read': '查看账号', 'account.write': '管理账号', 'assessment.complete': '填写评估', 'assessment.publish': '发布评估结果', 'assessment.read': '查看评估',
  'assessment.schedule': '安排评估', 'audit.read': '查看审计', 'callback.decide': '判定回访', 'callback.do': '做回访', 'callback.read': '查看回访',
  'careplan.accept': '确认服务计划', 'careplan.read': '查看服务计划', 'careplan.write': '制定服务计划', 'clock.forward': '拨动演示时钟', 'clock.read': '查看演示时钟',
  'cockpit.read': '查看驾驶舱', 'complaint.answer': '答复投诉', 'complaint.assign': '指派投诉', 'complaint.decide': '裁定投诉', 'complaint.read': '查看投诉',
  'complaint.write': '登记投诉', 'dispatch.read': '查看派单', 'dispatch.week': '周排班', 'dispatch.write': '派单', 'elder.disclose': '查看完整信息',
  'elder.export': '导出老人名单', 'elder.read': '查看老人档案', 'elder.write': '登记、更正老人档案', 'eligibility.compute': '测算待遇', 'eligibility.decide': '认定待遇',
  'eligibility.read': '查看待遇', 'facility.read': '查看机构和服务商', 'facility.write': '管理机构和服务商', 'feedback.give': '评价', 'file.write': '上传文件',
  'health.read': '查看健康信息', 'household.read': '查看家人与联系人', 'household.write': '管理家人与联系人', 'improvement.check': '复核整改', 'improvement.do': '整改',
  'improvement.read': '查看整改', 'loop.read': '查看闭环', 'need.capture': '登记需求', 'need.read': '查看需求', 'order.answer': '答复工单', 'order.assign': '指派工单',
  'order.read': '查看工单', 'order.write': '管理工单', 'outcome.export': '导出效果问卷', 'outcome.read': '查看效果问卷', 'parameter.read': '查看参数',
  'payment.prepare': '准备支付', 'payment.read': '查看支付', 'rating.decide': '裁定评分异议', 'rating.object': '提出评分异议', 'rating.read': '查看评分',
  'report.read': '查看报表', 'settlement.approve': '审批结算', 'settlement.object': '提出结算异议', 'settlement.pay': '支付结算', 'settlement.prepare': '编制结算',
  'settlement.read': '查看结算', 'settlement.review': '复核结算', 'urgent.read': '查看紧急援助', 'visit.cancel': '取消上门', 'visit.card': '管理上门注意事项', 'visit.wish': '登记护理员意愿',
  'visit.decide': '判定异常上门', 'visit.do': '上门服务', 'visit.read': '查看上门', 'workbench.read': '查看工作台', 'workforce.read': '查看护理员',
  'workforce.write': '管理护理员', 'session.open': '登录', 'signed-in': '已登录',
}
