/** Words that mean the same on every page. A word of one module stands in `words/<module>.ts`. */
export default {
  loading: '正在读取…',
  retry: '重试',
  close: '关闭',
  cancel: '取消',
  back: '返回',
  more: '更多',
  optional: '可不填',
  asOf: '数据截至',
  none: '—',
  hotline: '服务热线',
  skip: '跳到正文',
  hideNotice: '知道了',
} as const
