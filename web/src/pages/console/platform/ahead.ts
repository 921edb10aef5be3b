/** An ISO-8601 duration (`P30D`, `PT720H`, `P1DT2H`) in words, whole days and hours; empty when it is nothing. */
export function aheadText(duration: string): string {
  const match = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?$/.exec(duration)
  if (!match) return duration
  const minutes = Number(match[1] ?? 0) * 1440 + Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0)
  const days = Math.floor(minutes / 1440)
  const hours = Math.floor((minutes % 1440) / 60)
  return [days && `${days} 天`, hours && `${hours} 小时`, !days && !hours && minutes && `${minutes} 分钟`].filter(Boolean).join(' ')
}
