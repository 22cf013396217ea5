import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indexWords, queryWords } from './words.ts'

const finds = (text: string, query: string): boolean => {
  const words = indexWords(text)
  return queryWords(query).every(({ word, prefix }) =>
    prefix ? words.some((one) => one.startsWith(word)) : words.includes(word),
  )
}

describe('search words', () => {
  it('find by two characters, by one, and by the beginning of a code', () => {
    expect(finds('文昌农贸市场 DW-000123', '农贸')).toBe(true)
    expect(finds('文昌农贸市场 DW-000123', '贸')).toBe(true)
    expect(finds('文昌农贸市场 DW-000123', '文昌 dw')).toBe(true)
    expect(finds('文昌农贸市场 DW-000123', '昌贸')).toBe(false)
    expect(finds('文昌农贸市场 DW-000123', '000')).toBe(true)
  })

  it('take full-width letters and digits for what they mean', () => {
    expect(finds('3号楼', '３号')).toBe(true)
    expect(queryWords('ＤＷ')).toEqual([{ word: 'dw', prefix: true }])
  })

  it('find every text by any two neighbouring characters of it', () => {
    const han = fc.array(
      fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCodePoint(code)),
      {
        minLength: 2,
        maxLength: 12,
      },
    )
    fc.assert(
      fc.property(han, fc.nat(), (characters, pick) => {
        const at = pick % (characters.length - 1)
        return finds(characters.join(''), `${characters[at]}${characters[at + 1]}`)
      }),
    )
  })

  it('ask for nothing when nothing was typed', () => {
    expect(queryWords('  ,。 ')).toEqual([])
  })
})
