export default {
  showData: '看数据',
  hideData: '收起数据',
  copy: '复制表格',
  copied: '表格已复制，可以粘贴到文档里。',
  notCopied: '浏览器不让复制，请选中表格后手动复制。',
  unknown: '暂无',
} as const
