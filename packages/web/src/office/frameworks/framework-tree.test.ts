import { expect, test } from 'vitest'
import { above, forestOf, openAtFirst, rowsOf, withAbove } from './framework-tree.ts'
import { moved, nextCode, placeAfterDrop, placeAfterStep } from './node-moves.ts'

type Kind = 'indicator' | 'criterion'
const node = (id: string, parentId: string | null, position: number, kind: Kind, points: number | null) => ({
  id,
  parentId,
  position,
  kind,
  code: id,
  text: `文字 ${id}`,
  points,
  role: 'ordinary' as const,
  guesses: kind === 'criterion' ? (['rule'] as const).slice() : [],
})
const nodes = [
  node('1', null, 0, 'indicator', null),
  node('1-1', '1', 0, 'criterion', 0.1),
  node('1-2', '1', 1, 'criterion', 0.2),
  node('2', null, 1, 'indicator', null),
  node('2-1', '2', 0, 'indicator', null),
  node('2-1-1', '2-1', 0, 'criterion', 0.7),
]
const forest = forestOf(nodes)
const shown = (open: string[]) => rowsOf(forest, new Set(open)).map((row) => row.node.id)

test('draws only what is open, each row with its place among its siblings', () => {
  expect(shown([])).toEqual(['1', '2'])
  expect(shown(['2', '2-1'])).toEqual(['1', '2', '2-1', '2-1-1'])
  expect(rowsOf(forest, new Set(['1']))[2]).toMatchObject({ depth: 1, place: 2, siblingCount: 2 })
})

test('adds points up exactly and counts what waits to be confirmed', () => {
  expect(forest.sums.get('1')).toBe(0.3)
  expect(forest.guessed.get('2')).toBe(1)
})

test('a search shows what fits with what stands above it', () => {
  const { shown: found, count } = withAbove(forest, ({ text }) => text.includes('2-1-1'))
  expect(count).toBe(1)
  expect(rowsOf(forest, new Set(), found).map((row) => row.node.id)).toEqual(['2', '2-1', '2-1-1'])
  expect(above(forest, '2-1-1')).toEqual(['2', '2-1'])
})

test('a small tree is open from the start, a large one shows its upper levels', () => {
  expect([...openAtFirst(forest)]).toEqual(expect.arrayContaining(['1', '2', '2-1']))
  const many = Array.from({ length: 400 }, (_, place) => node(`1-${place}`, '9', place, 'criterion', 1))
  const large = forestOf([
    node('8', null, 0, 'indicator', null),
    node('9', '8', 0, 'indicator', null),
    ...many,
  ])
  expect([...openAtFirst(large)]).toEqual(['8'])
})

test('steps up, down, out and in; never beyond an edge or into a criterion', () => {
  expect(placeAfterStep(forest, '1-2', 'up')).toEqual({ parentId: '1', beforeId: '1-1' })
  expect(placeAfterStep(forest, '1-2', 'down')).toBeNull()
  expect(placeAfterStep(forest, '1-2', 'in')).toBeNull()
  expect(placeAfterStep(forest, '2', 'in')).toEqual({ parentId: '1', beforeId: null })
  expect(placeAfterStep(forest, '1-2', 'out')).toEqual({ parentId: null, beforeId: '2' })
})

test('a drop lands before, in or after a row, never in itself', () => {
  expect(placeAfterDrop(forest, '1-1', '2-1', 'into')).toEqual({ parentId: '2-1', beforeId: null })
  expect(placeAfterDrop(forest, '1-1', '1-2', 'after')).toEqual({ parentId: '1', beforeId: null })
  expect(placeAfterDrop(forest, '2', '2-1', 'before')).toBeNull()
  expect(placeAfterDrop(forest, '2', '1-1', 'into')).toBeNull()
})

test('shows the tree as it will be before the server has answered', () => {
  const after = forestOf(moved(nodes, '1-2', { parentId: '2-1', beforeId: '2-1-1' }))
  expect(after.children.get('2-1')?.map(({ id }) => id)).toEqual(['1-2', '2-1-1'])
  expect(after.sums.get('2')).toBe(0.9)
})

test('proposes the next code in the manner of its siblings', () => {
  expect(nextCode(['1-1-08', '1-1-09'], '1-1')).toBe('1-1-10')
  expect(nextCode([], '3')).toBe('3-1')
  expect(nextCode([], null)).toBe('1')
  expect(nextCode(['甲'], null)).toBe('')
})
