export default {
  title: '服务商季度评价',
  provider: '服务商', quarter: '季度', quarterHint: '如 2026-Q4', points: '得分', passed: '是否合格', months: '各月得分（权重）', how: '算法说明', region: '所在区域', computed: '计算时间', revision: '计算次数',
  yes: '合格', no: '不合格', options: [{ value: 'true', label: '合格' }, { value: 'false', label: '不合格' }],
  empty: '没有符合条件的季度评价', emptyHint: '一个季度各月的评价都定分以后自动计算；公式见参数 provider-quarter-score-rule。', exported: '已导出。',
} as const
