import { describe, expect, it } from 'vitest'
import { type FigureValue, sameValue, shownNumber } from './figure.ts'

describe('a figure as it is printed', () => {
  it('is whole for counts, has two decimals for points and one for percent, rounded half away from zero', () => {
    expect(shownNumber('58', 'count')).toBe('58')
    expect(shownNumber('2047/300', 'points')).toBe('6.82')
    expect(shownNumber('2047/4150', 'rate')).toBe('49.3%')
    expect(shownNumber('1/8', 'points')).toBe('0.13')
    expect(shownNumber(null, 'rate')).toBe('—')
  })
})

const table = (rows: readonly (readonly [string, string, string | null])[]): FigureValue => ({
  kind: 'table',
  columns: [{ id: 'rate', name: '', unit: 'rate' }],
  rows: rows.map(([id, name, cell]) => ({ id, name, cells: [cell] })),
})

describe('two values', () => {
  it('are the same when their numbers are, whatever things are called now', () => {
    const before = table([
      ['a', '东河街道', '1/2'],
      ['b', '西山街道', null],
    ])
    expect(
      sameValue(
        before,
        table([
          ['b', '西山街道', null],
          ['a', '滨河街道', '1/2'],
        ]),
      ),
    ).toBe(true)
    expect(
      sameValue(
        before,
        table([
          ['a', '东河街道', '1/3'],
          ['b', '西山街道', null],
        ]),
      ),
    ).toBe(false)
    expect(sameValue(before, table([['a', '东河街道', '1/2']]))).toBe(false)
  })

  it('are never the same when one is a number and the other a table', () => {
    const number = { kind: 'number', unit: 'count', exact: '1' } as const
    expect(sameValue(number, table([]))).toBe(false)
    expect(sameValue(number, { ...number })).toBe(true)
    expect(sameValue(number, { ...number, exact: null })).toBe(false)
  })
})
