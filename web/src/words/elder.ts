import type { AbilityLevel, Elder, ElderTag } from '@/app/contract'

export const levelNames: Record<AbilityLevel, string> = {
  INTACT: '能力完好',
  MILD: '轻度失能',
  MODERATE: '中度失能',
  SEVERE: '重度失能',
  COMPLETE: '完全失能',
}

export const tagNames: Record<ElderTag, string> = {
  LIVING_ALONE: '独居',
  EMPTY_NEST: '空巢',
  AGED_80_PLUS: '80 岁以上',
  CENTENARIAN: '百岁老人',
  TEKUN: '特困',
  DIBAO: '低保',
  DIBAO_EDGE: '低保边缘',
  ABILITY_LOSS: '失能',
  FAMILY_PLANNING_SPECIAL: '计生特殊家庭',
  DISABILITY: '残疾',
}

export const sexNames = { MALE: '男', FEMALE: '女' } as const

export const livingNames: Record<Elder['livingSituation'], string> = {
  ALONE: '独自居住',
  WITH_SPOUSE: '与配偶同住',
  WITH_CHILDREN: '与子女同住',
  WITH_OTHERS: '与其他人同住',
  EMPTY_NEST: '子女不在身边',
  IN_CARE_HOME: '住在养老机构',
}

export const economyNames: Record<Elder['economicStatus'], string> = { TEKUN: '特困', DIBAO: '低保', DIBAO_EDGE: '低保边缘', ORDINARY: '一般' }

export const statusNames: Record<Elder['status'], string> = { LIVING: '在管', AWAY: '外出', IN_HOSPITAL: '住院', MOVED: '已迁出', DECEASED: '已去世' }

export const hukouNames: Record<string, string> = { LOCAL: '本县区', SAME_CITY: '本市其他县区', OUTSIDE: '外地' }

export const relationNames: Record<string, string> = {
  SPOUSE: '配偶', CHILD: '子女', CHILD_IN_LAW: '儿媳或女婿', GRANDCHILD: '孙辈', SIBLING: '兄弟姐妹',
  OTHER_RELATIVE: '其他亲属', HELPER: '住家照护者', NEIGHBOR: '邻居', OTHER: '其他',
}

export default {
  expired: '已过期',
  list: {
    title: '老人名册',
    q: '姓名、拼音首字母、身份证号或电话',
    region: '所在区域',
    level: '能力等级',
    tag: '人群标签',
    ageFrom: '年龄从',
    ageTo: '年龄到',
    name: '姓名',
    sex: '性别',
    age: '年龄',
    idNumber: '身份证号',
    phone: '电话',
    tags: '标签',
    village: '村社',
    lastContact: '最近联系',
    levelValidUntil: '等级有效期至',
    levelStates: { VALID: '等级在有效期内', EXPIRED: '等级已过期', NONE: '从未评估' },
    empty: '没有符合条件的老人。',
    emptyHint: '可以减少条件，或换个区域再找。',
  },
  page: {
    notFoundHint: '返回老人名册',
    synthetic: '演示数据',
    years: '岁',
    notAssessed: '还没有评估等级',
    validUntil: '有效期至',
    expiredOn: '有效期已于',
    expiredHint: '到期，不再作为享受服务的依据',
    facts: '基本信息',
    number: '编号',
    birthOn: '出生日期',
    idNumber: '身份证号',
    phone: '电话',
    address: '住址',
    living: '居住情况',
    economy: '经济状况',
    hukou: '户籍',
    status: '状态',
    household: '家人与联系人',
    householdEmpty: '还没有登记家人或联系人。',
    together: '同住',
    proxy: '可代办',
    emergency: '紧急联系人',
    timeline: '经历',
    timelineEmpty: '还没有记录。登记需求、评估、上门服务后，会按时间列在这里。',
    cardFailed: '这一块没有读出来。',
  },
} as const
