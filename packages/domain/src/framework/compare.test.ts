import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ComparedNode, compareVersions, sameRule, type VersionChangeKind } from './compare.ts'

const node = (id: string, said: Partial<ComparedNode> = {}): ComparedNode => ({
  id,
  parentId: null,
  position: 0,
  kind: 'criterion',
  code: id,
  text: `文字${id}`,
  points: 1,
  role: 'ordinary',
  rule: null,
  carriedFromId: null,
  ...said,
})

const TURNED: Partial<Record<VersionChangeKind, VersionChangeKind>> = { added: 'removed', removed: 'added' }

const told = (before: ComparedNode[], after: ComparedNode[]) =>
  compareVersions(before, after).changes.map(({ kind, code }) => `${kind} ${code}`)

/** Any flat version: few codes and texts, so that they meet. */
const anyVersion = (side: string) =>
  fc
    .array(fc.record({ text: fc.constantFrom('甲', '乙', '丙'), points: fc.nat(2), from: fc.nat(9) }), {
      maxLength: 8,
    })
    .chain((nodes) =>
      fc
        .shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], {
          minLength: nodes.length,
          maxLength: nodes.length,
        })
        .map((codes) =>
          nodes.map(({ text, points }, index) =>
            node(`${side}${index}`, { code: `c${codes[index]}`, text, points, position: index }),
          ),
        ),
    )

describe('comparing versions', () => {
  it('of a version with itself finds nothing', () => {
    fc.assert(
      fc.property(anyVersion('a'), (nodes) => {
        expect(compareVersions(nodes, nodes)).toEqual({ unchangedCount: nodes.length, changes: [] })
      }),
    )
  })

  it('is symmetric: what is added one way is removed the other, and all else has its two sides turned', () => {
    const lines = ({ changes }: ReturnType<typeof compareVersions>) =>
      changes.map(({ kind, beforeId, afterId }) => `${kind} ${beforeId} ${afterId}`).sort()
    const turn = ({ changes, unchangedCount }: ReturnType<typeof compareVersions>) => ({
      unchangedCount,
      changes: changes.map((one) => ({
        ...one,
        kind: TURNED[one.kind] ?? one.kind,
        beforeId: one.afterId,
        afterId: one.beforeId,
      })),
    })
    fc.assert(
      fc.property(anyVersion('a'), anyVersion('b'), (before, after) => {
        const [there, back] = [compareVersions(before, after), compareVersions(after, before)]
        expect(lines(turn(back))).toEqual(lines(there))
        expect(back.unchangedCount).toBe(there.unchangedCount)
      }),
    )
  })

  it('follows a node by what it was carried from, whatever became of its code and words', () => {
    const after = [node('new', { carriedFromId: 'old', code: 'X', text: '全新', points: 2 })]
    expect(told([node('old')], after)).toEqual(['reworded X', 'reweighed X', 'recoded X'])
  })

  it('follows a node by its code, else by the very same text', () => {
    const before = [node('1', { code: 'A' }), node('2', { code: 'B', text: '原文', position: 1 })]
    const after = [node('3', { code: 'A', text: '改' }), node('4', { code: 'C', text: '原文', position: 1 })]
    expect(told(before, after)).toEqual(['reworded A', 'recoded C'])
  })

  it('calls a node moved when its parent is another one, not when the parent merely was carried over', () => {
    const before = [
      node('p', { kind: 'indicator' }),
      node('q', { kind: 'indicator', position: 1 }),
      node('c', { parentId: 'p' }),
    ]
    const carried = before.map((one) => ({
      ...one,
      id: `${one.id}2`,
      parentId: one.parentId && `${one.parentId}2`,
      carriedFromId: one.id,
    }))
    expect(told(before, carried)).toEqual([])
    const moved = carried.map((one) => (one.id === 'c2' ? { ...one, parentId: 'q2' } : one))
    expect(told(before, moved)).toEqual(['moved c'])
  })

  it('tells another rule or role, and a rule written in another order is the same', () => {
    const rate = { kind: 'rate', numerator: '甲', denominator: '乙', full: 1 } as const
    const turned = { full: 1, denominator: '乙', numerator: '甲', kind: 'rate' } as const
    expect(sameRule(rate, turned)).toBe(true)
    expect(
      told([node('a', { rule: rate })], [node('b', { code: 'a', text: '文字a', rule: turned })]),
    ).toEqual([])
    expect(told([node('a')], [node('a', { role: 'bonus' })])).toEqual(['rule a'])
    expect(told([node('a')], [node('a', { rule: rate })])).toEqual(['rule a'])
  })
})
