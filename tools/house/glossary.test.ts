import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root, sourceFiles } from './source-files.ts'

const EXPORTED = /((?:\/\*\*(?:(?!\*\/)[\s\S])*\*\/\s*)?)export (?:type|interface) (?<name>[A-Z]\w*)/g
const HAN = /\p{Script=Han}/u

type Exported = { name: string; path: string; saysChinese: boolean }

/** Exported types of a source text, and whether the comment above carries the Chinese term. */
function exportedTypes(path: string, text: string): Exported[] {
  return [...text.matchAll(EXPORTED)].map((match) => ({
    name: match.groups?.name ?? '',
    path,
    saysChinese: HAN.test(match[1] ?? ''),
  }))
}

const glossary = readFileSync(join(root, 'docs/glossary.md'), 'utf8')
const rows = glossary.split('\n').filter((line) => /^\|.*`/.test(line))
const named = new Set(
  rows.flatMap((row) => [...row.matchAll(/`(?<name>[A-Z]\w*)`/g)].map((match) => match.groups?.name)),
)
const types = sourceFiles('packages/domain/src', /(?<!\.test)\.ts$/).flatMap(({ path, text }) =>
  exportedTypes(path, text),
)

describe('the glossary', () => {
  it('names every exported type of domain', () => {
    expect(types.filter(({ name }) => !named.has(name))).toEqual([])
  })

  it('names no type that is not there', () => {
    const exported = new Set(types.map(({ name }) => name))
    expect([...named].filter((name) => !exported.has(name ?? ''))).toEqual([])
  })

  it('has a Chinese term in every row', () => {
    expect(rows.filter((row) => !HAN.test(row))).toEqual([])
  })

  it('would notice a type without its row', () => {
    const planted = exportedTypes('planted.ts', '/** A thing. */\nexport type Unheard = string')
    expect(planted).toEqual([{ name: 'Unheard', path: 'planted.ts', saysChinese: false }])
    expect(named.has('Unheard')).toBe(false)
  })
})
