export default {
  levels: { 2: '市', 3: '区县', 4: '镇街', 5: '村社' } as Record<number, string>,
  below: '下级区域',
  all: (level: string) => `全部${level}`,
  loading: '正在读取…',
  retry: '重试',
} as const
