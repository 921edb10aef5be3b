import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { problemSentence, wordsOf } from '@/words/problems'

const MAIN = '../server/src/main/java'
const sources = readdirSync(MAIN, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.java')).map((name) => readFileSync(`${MAIN}/${name}`, 'utf8'))

describe('words for problems', () => {
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

  it('reads the state a visit or an elder is in from `state`: `status` is the number of the answer', async () => {
    expect(await problemSentence('/problems/homecare/already-decided', { status: 409, state: 'REJECTED' })).not.toContain('409')
    expect(await problemSentence('/problems/elder/not-served', { status: 409, state: 'DECEASED' })).toContain('去世')
  })
})
