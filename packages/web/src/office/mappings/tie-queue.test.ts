import { describe, expect, it } from 'vitest'
import type { Tie } from './mapping-queries.ts'
import { nextOpen, queueOf, stepItem, stepTie, twinsOf } from './tie-queue.ts'

const given = (item: string, criterion: string, likeness: number, text = item): Tie => ({
  itemId: item,
  itemCode: item,
  itemText: text,
  dimension: '环境',
  checklist: { id: 'market', name: '农贸市场' },
  criterionId: criterion,
  criterionCode: criterion,
  criterionText: criterion,
  criterionPath: [],
  weight: 1,
  state: 'guess',
  likeness,
})
const TIES = [given('A', '1', 0.4), given('A', '2', 0.7), given('B', '1', 0.5), given('C', '1', 0.3, 'A')]
const stateOf = (tie: Tie) => tie.state

describe('the queue of items to be tied', () => {
  it('shows the likest criterion first', () => {
    expect(queueOf(TIES, false)[0]?.ties.map(({ criterionId }) => criterionId)).toEqual(['2', '1'])
  })
  it('leaves the last item out while more are on their way', () => {
    expect(queueOf(TIES, true).map(({ itemId }) => itemId)).toEqual(['A', 'B'])
  })
  it('goes on with the next tie nobody decided, from the top when the end is reached', () => {
    const queue = queueOf(TIES, false)
    const decided = (tie: Tie) => (tie.itemId === 'A' && tie.criterionId === '1' ? 'guess' : 'confirmed')
    expect(nextOpen(queue, 'B', decided)).toEqual({ itemId: 'A', criterionId: '1' })
    expect(nextOpen(queue, 'A', () => 'confirmed')).toBeNull()
  })
  it('steps tie by tie over the edges of items, and item by item', () => {
    const queue = queueOf(TIES, false)
    expect(stepTie(queue, { itemId: 'A', criterionId: '1' }, 1)).toEqual({ itemId: 'B', criterionId: '1' })
    expect(stepTie(queue, { itemId: 'A', criterionId: '2' }, -1)).toEqual({ itemId: 'A', criterionId: '2' })
    expect(stepItem(queue, { itemId: 'B', criterionId: '1' }, -1)).toEqual({ itemId: 'A', criterionId: '2' })
  })
  it('finds what says the same in other checklists, as far as nobody decided it', () => {
    const queue = queueOf(TIES, false)
    expect(twinsOf(queue, given('A', '1', 0.4), stateOf).map(({ itemId }) => itemId)).toEqual(['C'])
    expect(twinsOf(queue, given('A', '2', 0.4), stateOf)).toEqual([])
    expect(twinsOf(queue, given('A', '1', 0.4), () => 'rejected')).toEqual([])
  })
})
