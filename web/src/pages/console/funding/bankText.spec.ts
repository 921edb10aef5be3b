import { describe, expect, it } from 'vitest'
import { bankText } from './bankText'

const HEAD = 'batch,line,state,reason\r\n'
const utf8 = (text: string) => new TextEncoder().encode(text)
/** 账号与户名不符 in GBK. */
const GBK = [0xd5, 0xcb, 0xba, 0xc5, 0xd3, 0xeb, 0xbb, 0xa7, 0xc3, 0xfb, 0xb2, 0xbb, 0xb7, 0xfb]

describe('the text of a bank’s file', () => {
  it('is UTF-8, with or without a byte order mark', () => {
    expect(bankText(utf8(`${HEAD}b,1,refused,账号与户名不符\r\n`))).toBe(`${HEAD}b,1,refused,账号与户名不符\r\n`)
    expect(bankText(utf8(`\uFEFF${HEAD}`))).toBe(HEAD)
  })

  it('is GBK where it is no UTF-8', () => {
    expect(bankText(new Uint8Array([...utf8(`${HEAD}b,1,refused,`), ...GBK, 13, 10]))).toBe(`${HEAD}b,1,refused,账号与户名不符\r\n`)
  })

  it('is unknown when it is neither: cut UTF-8, UTF-16, a spreadsheet', () => {
    expect(bankText(utf8(`${HEAD}b,1,refused,账号与户名不符\r\n`).filter((_, at) => at !== 40))).toBeUndefined()
    expect(bankText(new Uint8Array([0xff, 0xfe, 0x62, 0x00, 0x61, 0x00]))).toBeUndefined()
    expect(bankText(new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00]))).toBeUndefined()
  })
})
