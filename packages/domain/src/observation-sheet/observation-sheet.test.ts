import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ONE, plus, roundedTo } from '../framework/fraction.ts'
import { readDeduction } from './deduction.ts'
import { ItemBook } from './item-book.ts'
import { frameworkFromItems } from './items-framework.ts'
import { readItem } from './said-item.ts'
import { countAlongside, shareLeft } from './side-by-side.ts'

const read = (item: string | null, subItem: string | null = null) => {
  const { itemNumber, itemText, subNumber, subText } = readItem(item, subItem)
  return [itemNumber, itemText, subNumber, subText]
}

describe('an item and its sub-item', () => {
  it.each([
    ['12.3', null, ['12', '', '3', '']],
    ['12-3', null, ['12', '', '3', '']],
    ['１２．３', null, ['12', '', '3', '']],
    ['12（3）', null, ['12', '', '3', '']],
    ['12.停车场(3)', null, ['12', '停车场', '3', '']],
    ['12、停车场 第3条', null, ['12', '停车场', '3', '']],
    ['三、市场 第2条', null, ['3', '市场', '2', '']],
    ['（三）市场 第二项', null, ['3', '市场', '2', '']],
    ['十二、停车场-3', null, ['12', '停车场', '3', '']],
    ['3.主次干道(2)', null, ['3', '主次干道', '2', '']],
    ['主干道', '2', [null, '主干道', '2', '']],
    ['主干道', '（２）', [null, '主干道', '2', '']],
    ['主干道', '③', [null, '主干道', '3', '']],
    ['3.主干道', '3.2', ['3', '主干道', '2', '']],
    ['主干道', '3-2', ['3', '主干道', '2', '']],
    ['12', '3', ['12', '', '3', '']],
    ['主干道', '路面干净', [null, '主干道', null, '路面干净']],
    ['主干道', '2.路面干净', [null, '主干道', '2', '路面干净']],
    ['12.3 车辆停放有序', null, ['12', '', '3', '车辆停放有序']],
    ['主干道', null, [null, '主干道', null, '']],
    ['主干道2', null, [null, '主干道', '2', '']],
    [null, '主干道', [null, '主干道', null, '']],
    ['A-1-2', null, ['a.1', '', '2', '']],
  ])('is read from %s | %s', (item, subItem, parts) => {
    expect(read(item, subItem)).toEqual(parts)
  })

  it('is read from any number, in any of the ways to write it, in one column or in two', () => {
    const chinese = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']
    const ways: ((n: number, m: number) => [string, string | null])[] = [
      (n, m) => [`${n}.${m}`, null],
      (n, m) => [`${n}-${m}`, null],
      (n, m) => [`${n}（${m}）`, null],
      (n, m) => [`${n}.公园(${m})`, null],
      (n, m) => [`${chinese[n - 1]}、公园 第${m}条`, null],
      (n, m) => [`${n}`, `${m}`],
      (n, m) => [`${n}、公园`, `${n}.${m}`],
      (n, m) => [`${n}.公园`, `第${m}项`],
    ]
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 99 }),
        fc.constantFrom(...ways),
        (n, m, way) => {
          const { itemNumber, subNumber } = readItem(...way(n, m))
          expect([itemNumber, subNumber]).toEqual([String(n), String(m)])
        },
      ),
    )
  })
})

const criteria = [
  ['3.1', '路面整洁', '3', '主次干道'],
  ['3.2', '无占道经营', '3', '主次干道'],
  ['12.1', '车辆停放有序', '12', '停车场'],
  ['12.3', '标志完好', '12', '停车场'],
  ['20', '宣传氛围', '20', '公益广告'],
].map(([code = '', text = '', above = '', aboveText = '']) => ({
  id: code,
  code,
  text,
  points: 1,
  above: [{ id: `i${above}`, code: above, text: aboveText }],
}))
const book = new ItemBook(criteria)
const match = (item: string, subItem: string | null = null) => book.read(readItem(item, subItem))

describe('an item among the criteria of a framework', () => {
  it.each([
    ['12.3', null, '12.3'],
    ['12.停车场(3)', null, '12.3'],
    ['停车场', '3', '12.3'],
    ['停车场', '标志完好', '12.3'],
    ['标志完好', null, '12.3'],
    ['主干道', '3.2', '3.2'],
    ['公益广告', null, '20'],
    ['三、主次干道', '无占道经营。', '3.2'],
  ])('%s | %s is %s', (item, subItem, code) => {
    expect(match(item, subItem)).toEqual({ criterionId: code })
  })

  it('is not taken for another one of the same number, but that one is offered first', () => {
    expect(match('12.宾馆饭店(3)')).toEqual({ criterionId: null, nearest: ['12.3'] })
  })

  it('is offered what lies near when it is unknown', () => {
    const reading = match('停车场', '9')
    expect(reading).toEqual({ criterionId: null, nearest: ['12.1', '12.3'] })
    expect(match('路面不整洁')).toMatchObject({ criterionId: null, nearest: ['3.1'] })
  })
})

describe('points deducted', () => {
  it.each([
    [null, null],
    ['', null],
    ['无', null],
    ['/', null],
    ['—', null],
    ['0', 0],
    ['0.5分', 0.5],
    ['-1', 1],
    ['−1', 1],
    ['扣0.25分', 0.25],
    ['（-0.5）', 0.5],
    ['１．５', 1.5],
  ])('%s means %s', (text, points) => {
    expect(readDeduction(text)).toEqual({ points })
  })

  it('are refused when nobody can say how many', () => {
    expect(readDeduction('半分')).toMatchObject({ flaw: { code: 'deduction-unread' } })
    expect(readDeduction('0.33333')).toMatchObject({ flaw: { code: 'points-too-fine' } })
  })

  it('leave an exact share', () => {
    expect(shareLeft(1, 3)).toEqual({ numerator: 2n, denominator: 3n })
    expect(shareLeft(0, 0)).toEqual(ONE)
    expect(roundedTo(plus(shareLeft(0.1, 1), shareLeft(0.2, 1)), 4)).toBe('1.7000')
  })
})

describe('observations that stand side by side', () => {
  const standing = fc.record({
    criterionId: fc.constantFrom('a', 'b', null),
    subjectKey: fc.constantFrom('x', 'y'),
  })

  it('have the count that counting all of them at the end gives, however they came', () => {
    fc.assert(
      fc.property(fc.array(fc.array(standing, { maxLength: 6 }), { maxLength: 5 }), (uploads) => {
        let stored: { criterionId: string | null; subjectKey: string; alongside: number }[] = []
        for (const upload of uploads) {
          const { added, changed } = countAlongside(stored, upload)
          const counts = new Map(changed.map(({ one, alongside }) => [one, alongside]))
          stored = [
            ...stored.map((one) => ({ ...one, alongside: counts.get(one) ?? one.alongside })),
            ...upload.map((one, at) => ({ ...one, alongside: added[at] ?? 0 })),
          ]
        }
        for (const one of stored) {
          const beside = stored.filter(
            (other) => other.criterionId === one.criterionId && other.subjectKey === one.subjectKey,
          )
          expect(one.alongside).toBe(beside.length)
        }
      }),
    )
  })
})

describe('a framework made from items', () => {
  it('has an indicator for each item and a criterion for each sub-item, in the order of their numbers', () => {
    const items = ['12.停车场(3)', '2.公园(1)', '12（1）', '2.公园(10)', '2.公园(2)'].map((item) =>
      readItem(item, null),
    )
    const { indicators, codes } = frameworkFromItems(items)
    expect(
      indicators.map(({ code, text, criteria: below }) => [code, text, below.map((one) => one.code)]),
    ).toEqual([
      ['2', '公园', ['2.1', '2.2', '2.10']],
      ['12', '停车场', ['12.1', '12.3']],
    ])
    expect(codes.get('12（1）')).toBe('12.1')
  })

  it('gives numbers to what has none, and keeps apart what two sheets call by the same number', () => {
    const items = [
      readItem('1.公园', '1'),
      readItem('1.农贸市场', '1'),
      readItem('宣传', '海报'),
      readItem('宣传', '条幅'),
      readItem('公园', '2'),
    ]
    const { indicators } = frameworkFromItems(items)
    expect(
      indicators.map(({ code, text, criteria: below }) => [code, text, below.map((one) => one.text)]),
    ).toEqual([
      ['1', '公园', ['公园（1）', '公园（2）']],
      ['2', '农贸市场', ['农贸市场']],
      ['3', '宣传', ['海报', '条幅']],
    ])
  })
})
