export default {
  tableBeside: '同样的数据在旁边的表里',
  data: '数据表',
  place: '地点',
  detail: '说明',
  unknown: '暂无',
} as const
