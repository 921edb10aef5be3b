export default {
  app: '驾驶舱',
  title: '养老服务驾驶舱',
  empty: '还没有接入指标。各业务模块开通后，指标会显示在这里。',
  bands: { people: '有多少老人', danger: '有没有人遇到危险', service: '服务是否正常', money: '资金与任务' },
  failed: '这一块暂时没有数据',
} as const
