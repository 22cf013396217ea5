import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CriterionToTie, type ItemToTie, proposeTies } from './likeness.ts'

const item = (id: string, text: string, siteTypeIds: string[] = [], checklistName = '检查表'): ItemToTie => ({
  id,
  text,
  dimension: '公共环境',
  checklistName,
  siteTypeIds,
})
const criterion = (id: string, text: string, change: Partial<CriterionToTie> = {}): CriterionToTie => ({
  id,
  text,
  above: [],
  methods: ['siteInspection'],
  siteTypeIds: [],
  ...change,
})
const likenessOf = (one: ItemToTie, other: CriterionToTie): number =>
  proposeTies([one], [other, criterion('far', '完全无关')]).find(
    ({ criterionId }) => criterionId === other.id,
  )?.likeness ?? 0

describe('proposed ties', () => {
  it('bring together what shares rare words', () => {
    const ties = proposeTies(
      [item('i', '母婴室开放可用')],
      [criterion('a', '母婴设施'), criterion('b', '停车有序')],
    )
    expect(ties.map(({ criterionId }) => criterionId)).toEqual(['a'])
  })

  it('bring together what speaks of one subject in different words', () => {
    const ties = proposeTies(
      [item('i', '无乱贴乱画、小广告')],
      [criterion('a', '主次干道整洁'), criterion('b', '公共场所控烟')],
    )
    expect(ties.map(({ criterionId }) => criterionId)).toEqual(['a'])
  })

  it('are likelier where both name a type of site, and where somebody looks on site', () => {
    const one = item('i', '消防通道畅通', ['mall'])
    const plain = likenessOf(one, criterion('a', '消防通道和设施'))
    expect(likenessOf(one, criterion('a', '消防通道和设施', { siteTypeIds: ['mall'] }))).toBeGreaterThan(
      plain,
    )
    expect(likenessOf(one, criterion('a', '消防通道和设施', { siteTypeIds: ['park'] }))).toBeLessThan(plain)
    expect(likenessOf(one, criterion('a', '消防通道和设施', { methods: ['documentReview'] }))).toBeLessThan(
      plain,
    )
  })

  it('are at most three an item, between 0 and 1, the same every time, whatever the texts', () => {
    const text = fc.oneof(
      fc.string({ maxLength: 20 }),
      fc.constantFrom('消防通道', '整洁有序', '垃圾分类与收运'),
    )
    const types = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 2 })
    fc.assert(
      fc.property(
        fc.array(fc.tuple(text, types), { maxLength: 8 }),
        fc.array(fc.tuple(text, types), { maxLength: 8 }),
        (left, right) => {
          const items = left.map(([words, typeIds], at) => item(`i${at}`, words, typeIds))
          const criteria = right.map(([words, siteTypeIds], at) =>
            criterion(`c${at}`, words, { siteTypeIds }),
          )
          const ties = proposeTies(items, criteria)
          expect(proposeTies(items, criteria)).toEqual(ties)
          for (const { likeness } of ties) expect(likeness >= 0 && likeness <= 1).toBe(true)
          for (const { id } of items)
            expect(ties.filter(({ itemId }) => itemId === id).length).toBeLessThan(4)
        },
      ),
    )
  })
})
