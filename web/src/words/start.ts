export default {
  title: '暂时打不开',
  retry: '再试一次',
} as const
