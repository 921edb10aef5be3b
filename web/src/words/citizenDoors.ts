/** What stands on the doors: part of the first load, so it holds no more than that. */
export default {
  visits: '我的服务',
  visitsHint: '谁来、什么时候来',
  rate: '评价服务',
  rateHint: '服务好不好，说一说',
  family: '家人近况',
  familyHint: '今天怎么样',
  services: '服务清单',
  servicesHint: '有哪些服务，多少钱',
  more: '更多',
  moreHint: '其他的事',
} as const
