/** Loaded with the first page, so only these few words. */
export default {
  door: '申请居家服务',
  doorHint: '送饭、打扫、洗澡',
  progressDoor: '我的进度',
  progressHint: '办到哪一步了',
} as const
