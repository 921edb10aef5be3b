/** What a bank's file says. Banks write UTF-8, or the GBK of an older system (read as GB18030, which holds it); anything else is undefined: a name booked wrongly stays wrong for good. */
export function bankText(bytes: Uint8Array): string | undefined {
  const utf8 = strictly('utf-8', bytes)
  if (utf8 !== undefined) return isText(utf8) ? utf8 : undefined
  if (!looksChinese(bytes)) return undefined
  const national = strictly('gb18030', bytes)
  return national !== undefined && isText(national) ? national : undefined
}

/** A byte order mark is no part of the text. */
function strictly(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** No control characters but tab and line ends, as UTF-16 or a spreadsheet would have; nothing for private use, nothing lost. */
function isText(text: string): boolean {
  // eslint-disable-next-line no-control-regex
  return !/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uE000-\uF8FF\uFFFD]/.test(text)
}

/** Nearly all characters of real GBK text are those of GB 2312, whose both bytes are A1 or more; damaged UTF-8 read as GBK has a third outside. */
function looksChinese(bytes: Uint8Array): boolean {
  let all = 0
  let common = 0
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i]!
    if (lead < 0x80) continue
    const trail = bytes[++i] ?? 0
    all++
    if (lead >= 0xa1 && lead <= 0xf7 && trail >= 0xa1) common++
  }
  return common >= all * 0.9
}
