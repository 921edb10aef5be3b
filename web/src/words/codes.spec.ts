import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { codeNames, permissionNames } from '@/words/codes'

const ROOT = '../'
const files = (folder: string, end: string): string[] =>
  readdirSync(ROOT + folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith(end)).map((name) => readFileSync(`${ROOT}${folder}/${name}`, 'utf8'))

describe('words for codes', () => {
  it('name every key and code in the values of the parameters', () => {
    const parameters = readdirSync(`${ROOT}profiles`).flatMap((city) => { try { return files(`profiles/${city}/parameters`, '.yaml') } catch { return [] } })
    const values = parameters.flatMap((text) => [...text.matchAll(/\{value: (.*?), region: /g)].map(([, value]) => value!))
    const codes = new Set(values.flatMap((value) => [...value.matchAll(/[A-Za-z][A-Za-z0-9_]*/g)].map(([code]) => code)).filter((code) => !['null', 'true', 'false'].includes(code)))
    expect(codes.size).toBeGreaterThan(60)
    expect([...codes].filter((code) => !codeNames[code])).toEqual([])
  })

  it('name every permission a guarded path asks for', () => {
    const asked = new Set(files('server/src/main/java', '.java').flatMap((text) => [...text.matchAll(/permission = "([a-z]+\.[a-z]+)"/g)].map(([, key]) => key!)))
    expect(asked.size).toBeGreaterThan(50)
    expect([...asked].filter((key) => !permissionNames[key])).toEqual([])
  })
})
