import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plantTree } from './tree.ts'

let count = 0
const newId = () => `id${count++}`
const row = (line: number, code: string, parentCode: string | null) => ({ line, code, parentCode })

describe('rows that hang under each other by code', () => {
  it('keep the ids the city knows, and hang new ones under them', () => {
    const known = new Map([['A', { id: 'ida', path: ['ida'] }]])
    const { nodes, flaws } = plantTree([row(3, 'C', 'B'), row(2, 'B', 'A')], known, newId)
    expect(flaws).toEqual([])
    const b = nodes.get('B')
    expect(b?.parentId).toBe('ida')
    expect(nodes.get('C')?.path).toEqual(['ida', b?.id, nodes.get('C')?.id])
  })

  it('are told about double codes, unknown parents and circles, by row', () => {
    const rows = [row(2, 'A', null), row(3, 'A', null), row(4, 'B', 'Q'), row(5, 'C', 'D'), row(6, 'D', 'C')]
    const { flaws } = plantTree(rows, new Map(), newId)
    expect(flaws.map(({ line, field, flaw }) => [line, field, flaw.code])).toEqual([
      [3, 'code', 'duplicate-in-file'],
      [4, 'parentCode', 'name-unknown'],
      [5, 'parentCode', 'own-ancestor'],
    ])
  })

  it('give every row of any forest the path of its ancestors, whatever the order', () => {
    const forest = fc.array(fc.nat(), { minLength: 1, maxLength: 30 }).chain((picks) => {
      const parents = picks.map((pick, index) => (index === 0 ? null : pick % (index + 1) || null))
      return fc.shuffledSubarray(
        parents.map((parent, index) => row(index, `n${index}`, parent === null ? null : `n${parent - 1}`)),
        { minLength: picks.length },
      )
    })
    fc.assert(
      fc.property(forest, (rows) => {
        const { nodes, flaws } = plantTree(rows, new Map(), newId)
        expect(flaws).toEqual([])
        for (const { code, parentCode } of rows) {
          const parent = parentCode === null ? undefined : nodes.get(parentCode)
          expect(nodes.get(code)?.path).toEqual([...(parent?.path ?? []), nodes.get(code)?.id])
        }
      }),
    )
  })
})
