/** Figures and days as this country writes them. Everything is shown in China's one time zone, wherever the device is. */
const ZONE = 'Asia/Shanghai'
const NONE = '—'

const dayFormat = new Intl.DateTimeFormat('zh-CN', { timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit' })
const timeFormat = new Intl.DateTimeFormat('zh-CN', { timeZone: ZONE, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

/** `2026-11-22` from a day or moment; — when there is none. */
export function day(value: string | Date | undefined | null): string {
  if (!value) return NONE
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return value
  return dayFormat.format(new Date(value)).replaceAll('/', '-')
}

/** `2026年11月22日 星期日`, for a day that is to be read once more before it counts; empty when there is none. */
export function dayInWords(value: string | undefined | null): string {
  if (!value || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return ''
  const weekday = new Intl.DateTimeFormat('zh-CN', { timeZone: 'UTC', weekday: 'long' }).format(new Date(`${value}T00:00:00Z`))
  return `${Number(value.slice(0, 4))}年${Number(value.slice(5, 7))}月${Number(value.slice(8))}日 ${weekday}`
}

/** `2026-11-22 14:30`. */
export function moment(value: string | Date | undefined | null): string {
  return value ? `${day(typeof value === 'string' ? new Date(value) : value)} ${time(value)}` : NONE
}

/** `14:30`. */
export function time(value: string | Date | undefined | null): string {
  return value ? timeFormat.format(new Date(value)) : NONE
}

/** For elders: `11月22日 星期日（农历十月十四）`. */
export function spokenDay(value: string | Date): string {
  const date = new Date(value)
  const solar = new Intl.DateTimeFormat('zh-CN', { timeZone: ZONE, month: 'long', day: 'numeric' }).format(date)
  const weekday = new Intl.DateTimeFormat('zh-CN', { timeZone: ZONE, weekday: 'long' }).format(date)
  return `${solar} ${weekday}（农历${lunarDay(date)}）`
}

/** `上午`, `中午`, `下午`, `晚上`; the small hours are not told apart. */
export function partOfDay(hour: number): string {
  return hour < 12 ? '上午' : hour < 13 ? '中午' : hour < 18 ? '下午' : '晚上'
}

/** For elders: `下午 2:30`. */
export function spokenTime(value: string | Date): string {
  const [hour = 0, minute = 0] = time(value).split(':').map(Number)
  return `${hour < 6 ? '凌晨' : partOfDay(hour)} ${hour > 12 ? hour - 12 : hour}:${String(minute).padStart(2, '0')}`
}

const TENS = ['初', '十', '廿', '三']
const ONES = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

function lunarDay(date: Date): string {
  const parts = new Intl.DateTimeFormat('zh-CN-u-ca-chinese', { timeZone: ZONE, month: 'long', day: 'numeric' }).formatToParts(date)
  const month = parts.find((part) => part.type === 'month')?.value ?? ''
  const number = Number(parts.find((part) => part.type === 'day')?.value)
  const name = number === 20 ? '二十' : number === 30 ? '三十' : TENS[Math.floor((number - (number % 10 === 0 ? 1 : 0)) / 10)] + (ONES[number % 10 || 10] ?? '')
  return month + name
}

/** `¥1,280.00` from fen. Exact: no floating point on the way. */
export function money(fen: number | undefined | null): string {
  if (fen === undefined || fen === null) return NONE
  const digits = String(Math.abs(fen)).padStart(3, '0')
  return `${fen < 0 ? '−' : ''}¥${digits.slice(0, -2).replaceAll(/\B(?=(\d{3})+$)/g, ',')}.${digits.slice(-2)}`
}

/** `3,261.5 万元` for sums from 100,000 yuan up, else the full amount. */
export function largeMoney(fen: number): string {
  return Math.abs(fen) < 10_000_000 ? money(fen) : `${count(Math.round(fen / 100_000) / 10)} 万元`
}

/** `1,286`; fractions keep at most one decimal. */
export function count(value: number | undefined | null): string {
  return value === undefined || value === null ? NONE : new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 1 }).format(value)
}

/** Whole days from `from` to `to` on China's calendar; negative when `to` lies before. */
export function daysBetween(from: string | Date, to: string | Date): number {
  return Math.round((Date.parse(`${day(to)}T00:00:00Z`) - Date.parse(`${day(from)}T00:00:00Z`)) / 86_400_000)
}
