import { describe, expect, it } from 'vitest'
import { groupsOf } from '../../shared/checklist/item-groups.ts'
import type { Item } from './checklist-queries.ts'
import { changeItems, codesTwice, freeCode, moveBefore, moveToEnd, newItem, step } from './draft-items.ts'

const given = (code: string, dimension: string): Item => ({
  ...newItem({ id: code, code, dimension, photoPurpose: '记录' }),
  text: code,
})
const ITEMS = [given('A', '环境'), given('B', '环境'), given('C', '秩序'), given('D', '秩序')]
const shown = (items: readonly Item[]): string =>
  groupsOf(items)
    .map((group) => `${group.dimension}:${group.items.map(({ id }) => id).join('')}`)
    .join(' ')

describe('the items of a draft', () => {
  it('stand under their dimensions in the order in which these first appear', () => {
    expect(shown([...ITEMS, given('E', '环境')])).toBe('环境:ABE 秩序:CD')
  })
  it('step up and down, and over the edge into the neighboring dimension', () => {
    expect(shown(step(ITEMS, 'B', 'up'))).toBe('环境:BA 秩序:CD')
    expect(shown(step(ITEMS, 'C', 'down'))).toBe('环境:AB 秩序:DC')
    expect(shown(step(ITEMS, 'B', 'down'))).toBe('环境:A 秩序:BCD')
    expect(shown(step(ITEMS, 'C', 'up'))).toBe('环境:ABC 秩序:D')
  })
  it('stay where they are at both ends', () => {
    expect(shown(step(ITEMS, 'A', 'up'))).toBe('环境:AB 秩序:CD')
    expect(shown(step(ITEMS, 'D', 'down'))).toBe('环境:AB 秩序:CD')
  })
  it('take on the dimension of the place they are dropped at', () => {
    expect(shown(moveBefore(ITEMS, 'D', 'B'))).toBe('环境:ADB 秩序:C')
    expect(shown(moveToEnd(ITEMS, 'A', '秩序'))).toBe('环境:B 秩序:CDA')
  })
  it('are changed many at once; what is said of a guessed field is no guess any more', () => {
    const guessed = ITEMS.map((item): Item => ({ ...item, guesses: ['answer', 'weight'] }))
    const changed = changeItems(guessed, new Set(['A', 'C']), { answer: { kind: 'binary' } })
    expect(changed.map(({ guesses }) => guesses.length)).toEqual([1, 2, 1, 2])
  })
  it('have codes of their own', () => {
    expect(codesTwice([...ITEMS, given('A', '秩序')])).toEqual(new Set(['A']))
    expect(freeCode([given('1', '环境'), given('3', '环境')])).toBe('4')
  })
})
