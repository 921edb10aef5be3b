export default {
  title: (of: string, label: string) => `查看 ${of} 的${label}`,
  show: (label: string) => `查看${label}`,
  hide: '收起',
  lead: '只打开这一项，五分钟后自动收起。谁、什么时候、为什么看过，会记在老人自己的档案里。',
  reason: '为什么要看',
  reasons: ['核对身份', '电话联系', '上门服务', '核查投诉或举报'],
  otherReason: '其他原因',
  otherLabel: '写明原因',
  reasonMissing: '请选择或写明原因',
  until: (time: string) => `${time} 自动收起`,
  cancel: '取消',
} as const
