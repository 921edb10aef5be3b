import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fieldSentence, problemSentence, wordsOf } from '@/words/problems'

const MAIN = '../server/src/main/java'
const sources = readdirSync(MAIN, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.java')).map((name) => readFileSync(`${MAIN}/${name}`, 'utf8'))

describe('words for problems', () => {
  it('says of a day for one more help how far ahead it may lie', async () => {
    expect(await fieldSentence('/problems/web/invalid', { field: 'day', code: 'too-late', latest: '2027-01-22' })).toContain('最晚到 2027-01-22')
    expect(await fieldSentence('/problems/web/invalid', { field: 'windowTo', code: 'over' })).toContain('今天已经过去')
  })

  it('says of a leaving whose day has come whether it can still be taken back, and of a statement in doubt what to decide first', async () => {
    const left = { on: '2026-11-20', until: '2026-11-27' }
    expect(await problemSentence('/problems/workforce/already-left', { ...left, revocable: true })).toContain('2026-11-27 前（含当天）可以撤回')
    expect(await problemSentence('/problems/workforce/already-left', { ...left, revocable: false })).toContain('已经过了')
    expect(await problemSentence('/problems/settlement/lines-in-doubt', { visits: 4 })).toContain('有 4 次上门退回人工判定，判定前不能复核')
    expect(await fieldSentence('/problems/web/invalid', { field: 'on', code: 'too-far' })).toContain('一年以后')
  })

  it('has a sentence for every type the server names in full', async () => {
    const types = new Set(sources.flatMap((text) => [...text.matchAll(/Problems\.of\(\s*HttpStatus\.[A-Z_]+,\s*"([a-z]+)\/([a-z-]+)"/g)].map(([, module, slug]) => `${module!}/${slug!}`)))
    expect(types.size).toBeGreaterThan(15)

    const silent: string[] = []
    for (const type of types) {
      const [module, slug] = type.split('/') as [string, string]
      if (!(await wordsOf(module)).problems?.[slug]) silent.push(type)
    }

    expect(silent).toEqual([])
  })

  it('has one for what the framework refuses by itself', async () => {
    const known = (await wordsOf('web')).problems!
    expect(['method-not-allowed', 'not-acceptable', 'unsupported-media-type', 'unreadable'].filter((slug) => !known[slug])).toEqual([])
  })

  it.each([
    ['duration', '请填写时长'],
    ['cause', '请填写调整的原因'],
    ['extras[0]', '请填写要增加的人'],
    ['extras[0].skills[]', '请填写技能'],
    ['events[0].items[3].state', '请填写完成情况'],
  ])('names the missing %s, whichever element of a list it is', async (field, sentence) => {
    expect(await fieldSentence('/problems/web/invalid', { field, code: 'required' })).toBe(sentence)
  })

  it('reads the state a visit or an elder is in from `state`: `status` is the number of the answer', async () => {
    expect(await problemSentence('/problems/homecare/already-decided', { status: 409, state: 'REJECTED' })).not.toContain('409')
    expect(await problemSentence('/problems/elder/not-served', { status: 409, state: 'DECEASED' })).toContain('去世')
  })

  it('tells a refused field in the words of the room it was sent to', async () => {
    const error = { field: 'accountNumber', code: 'pattern' }
    expect(await fieldSentence('/problems/web/invalid', error, '/api/payment-batches/b1/accounts')).toContain('8 到 32 位数字')
    expect(await fieldSentence('/problems/web/invalid', error, '/api/elders')).not.toContain('8 到 32 位数字')
    expect(await fieldSentence('/problems/web/invalid', { field: 'from', code: 'other-day' }, '/api/dispatch/assignments')).toBe('上门时间要在这一单的当天，请改时间')
  })
})
