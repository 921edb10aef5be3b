export default {
  comfort: {
    title: '独居老人精神慰藉接触',
    name: '姓名', age: '年龄', region: '村社', contacts: '本月接触次数', last: '本月最近一次', month: '月份', area: '地区', reached: '接触情况',
    options: [{ value: 'NONE', label: '本月没有人去过' }, { value: 'SOME', label: '本月有人去过' }],
    none: '没有人去过',
    empty: '没有符合条件的独居老人', emptyHint: '可以换一个月份或地区。', exported: '已导出。', byArea: '按地区看', all: '看每一位老人',
    areas: {
      title: '精神慰藉接触（按地区）', area: '地区', alone: '独居老人', reached: '有接触', share: '接触率', contacts: '接触次数', average: '人均次数',
      empty: '这里没有独居老人', emptyHint: '可以换一个地区。',
    },
  },
} as const
