import { describe, expect, it } from 'vitest'
import type { AccountMade } from '@/app/contract'
import { csvOf, linesOf } from './once'

const made = (username: string, displayName: string, initialPassword?: string) => ({ account: { username, displayName }, initialPassword, validUntil: '' }) as unknown as AccountMade

describe('the list of one-time passwords', () => {
  it('is a table for a spreadsheet that cannot be taken for a formula', () => {
    expect(csvOf([made('hl100001', '=HYPERLINK("x")', 'abcd-efgh-jk23')])).toBe('\uFEFF"账号","姓名","一次性密码"\r\n"hl100001","\'=HYPERLINK(""x"")","abcd-efgh-jk23"\r\n')
  })

  it('leaves out what was shown before', () => {
    expect(linesOf([made('hl100001', '王芳'), made('hl100002', '李敏', 'abcd-efgh-jk23')])).toBe('hl100001\t王芳\t\nhl100002\t李敏\tabcd-efgh-jk23')
  })
})
