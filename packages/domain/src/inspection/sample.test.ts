import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lotFrom } from './lot.ts'
import { drawSample, type FrameSite, type SampleFrame } from './sample.ts'

const TYPE = '018f0000-0000-7000-8000-000000000001'
const sitesOf = (codes: readonly string[]): FrameSite[] => codes.map((code) => ({ id: `id-${code}`, code }))
const codesOf = (sites: readonly FrameSite[] | undefined) => sites?.map(({ code }) => code)
const draw = (seed: string, codes: readonly string[], count: number | null) =>
  codesOf(drawSample(seed, [{ siteTypeId: TYPE, count, sites: sitesOf(codes) }]).get(TYPE)) ?? []

const codes = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 8 }), { maxLength: 40 })
const seed = fc.string({ minLength: 1, maxLength: 20 })
const count = fc.option(fc.integer({ min: 1, max: 50 }), { nil: null })

describe('a draw', () => {
  it('comes out the same from the same seed, in whatever order the sites are given', () => {
    fc.assert(
      fc.property(codes, seed, count, (all, from, wanted) => {
        expect(draw(from, all.toReversed(), wanted)).toEqual(draw(from, all, wanted))
      }),
    )
  })

  it('names as many as are wanted, or all there are, each once and none from elsewhere', () => {
    fc.assert(
      fc.property(codes, seed, count, (all, from, wanted) => {
        const drawn = draw(from, all, wanted)
        expect(drawn).toHaveLength(Math.min(wanted ?? all.length, all.length))
        expect(new Set(drawn).size).toBe(drawn.length)
        expect(drawn.every((code) => all.includes(code))).toBe(true)
      }),
    )
  })

  it('of one type does not depend on what is drawn of another', () => {
    fc.assert(
      fc.property(codes, seed, count, count, (all, from, wanted, other) => {
        const frames: SampleFrame[] = [
          { siteTypeId: 'other', count: other, sites: sitesOf(all) },
          { siteTypeId: TYPE, count: wanted, sites: sitesOf(all) },
        ]
        expect(codesOf(drawSample(from, frames).get(TYPE))).toEqual(draw(from, all, wanted))
      }),
    )
  })

  it('is what it was when this was written: old draws can be replayed', () => {
    const all = Array.from({ length: 20 }, (_, index) => `P${String(index + 1).padStart(3, '0')}`)
    expect(draw('2026-11-22', all, 5)).toEqual(['P001', 'P005', 'P009', 'P011', 'P015'])
  })

  it('favors nobody', () => {
    const all = Array.from({ length: 10 }, (_, index) => `${index}`)
    const times = new Map(all.map((code) => [code, 0]))
    for (let number = 0; number < 5000; number++)
      for (const code of draw(`seed ${number}`, all, 3)) times.set(code, (times.get(code) ?? 0) + 1)
    // 1500 expected; five standard deviations are 162
    for (const drawn of times.values()) expect(Math.abs(drawn - 1500)).toBeLessThan(162)
  })
})

describe('a lot', () => {
  it('names numbers below what it is asked for, and other seeds name others', () => {
    fc.assert(
      fc.property(seed, fc.integer({ min: 1, max: 2 ** 31 }), (from, most) => {
        const named = lotFrom(from).below(most)
        expect(Number.isInteger(named) && named >= 0 && named < most).toBe(true)
      }),
    )
    const first = (from: string) => lotFrom(from).below(2 ** 31)
    expect(first('a')).not.toBe(first('b'))
  })
})
