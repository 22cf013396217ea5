import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sumPoints } from './points.ts'
import { type CountedNode, countTree, isOrdinary } from './tree-counts.ts'
import { WEIGHING_WAYS, weigh } from './weigh.ts'

const node = (id: string, said: Partial<CountedNode> = {}): CountedNode => ({
  id,
  parentId: null,
  position: 0,
  kind: 'criterion',
  code: id,
  points: null,
  role: 'ordinary',
  origin: 'core',
  guesses: [],
  ...said,
})

const anyPoints = fc.option(fc.integer({ min: 0, max: 1_000_000 }).map((parts) => parts / 10_000))
const anyVersion = fc
  .array(fc.record({ part: fc.integer({ min: 0, max: 3 }), points: anyPoints, isVeto: fc.boolean() }), {
    minLength: 1,
    maxLength: 60,
  })
  .map((criteria) => [
    ...[0, 1, 2, 3].map((part) =>
      node(`p${part}`, { kind: 'indicator', position: part, points: part === 0 ? null : 1 }),
    ),
    ...criteria.map(({ part, points, isVeto }, index) =>
      node(`c${index}`, {
        parentId: `p${part}`,
        position: index,
        points,
        role: isVeto ? 'veto' : 'ordinary',
      }),
    ),
  ])

describe('weighing', () => {
  it('adds up exactly, indicators say the sum of theirs, and what is no ordinary criterion keeps its points', () => {
    fc.assert(
      fc.property(
        anyVersion,
        fc.constantFrom(...WEIGHING_WAYS),
        fc.integer({ min: 0, max: 4 }),
        fc.nat(100_000),
        (nodes, way, decimals, units) => {
          const ordinary = nodes.filter(isOrdinary)
          const isWeighable =
            way === 'equally' ? ordinary : ordinary.filter(({ points }) => (points ?? 0) > 0)
          if (isWeighable.length === 0) return
          const points = units / 10 ** decimals
          const given = new Map(
            weigh(nodes, { nodeId: null, points, way, decimals }).map((one) => [one.id, one.points]),
          )
          const after = nodes.map((one) => ({ ...one, points: given.get(one.id) ?? one.points }))
          expect(countTree(after, 2).pointsSum).toBe(points)
          expect(nodes.filter(({ role }) => role === 'veto').some(({ id }) => given.has(id))).toBe(false)
          for (const part of after.filter((one) => one.kind === 'indicator' && one.points !== null)) {
            const below = after.filter((one) => one.parentId === part.id && isOrdinary(one))
            expect(part.points).toBe(sumPoints(below.map((one) => one.points ?? 0)))
          }
          expect(given.has('p0')).toBe(false)
        },
      ),
    )
  })

  it('touches nothing outside the branch', () => {
    const nodes = [
      node('p', { kind: 'indicator' }),
      node('a', { parentId: 'p', points: 1 }),
      node('b', { parentId: 'p', points: 2, position: 1 }),
      node('other', { points: 9, position: 1 }),
    ]
    const given = weigh(nodes, { nodeId: 'p', points: 1, way: 'inProportion', decimals: 4 })
    expect(given).toEqual([
      { id: 'a', points: 0.3333 },
      { id: 'b', points: 0.6667 },
      { id: 'p', points: 1 },
    ])
  })

  it('refuses where nothing can be given out', () => {
    const below = { points: 1, way: 'equally', decimals: 0 } as const
    expect(() => weigh([node('v', { role: 'veto' })], { nodeId: null, ...below })).toThrow('nothing-to-weigh')
    expect(() => weigh([node('a')], { nodeId: null, ...below, way: 'inProportion' })).toThrow(
      'nothing-to-weigh',
    )
    expect(() => weigh([node('a')], { nodeId: null, ...below, points: 0.5 })).toThrow('points-decimals')
  })
})
