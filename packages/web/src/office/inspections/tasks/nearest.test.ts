import { describe, expect, it } from 'vitest'
import type { Task } from './assignment-list.ts'
import { nearestFirst } from './nearest.ts'

const at = (id: string, latitude: number | null): Task => ({
  roundId: 'round',
  site: {
    id,
    code: id,
    name: id,
    type: { id: 'type', name: '公园' },
    address: '',
    position: latitude === null ? null : { longitude: 118, latitude },
    areaPath: [],
  },
  visit: null,
  checklistReady: true,
})
const TASKS = [at('far', 33.9), at('nowhere', null), at('near', 33.01)]
const order = (tasks: readonly Task[]) => tasks.map(({ site }) => site.id).join()

describe('the sites of an inspector', () => {
  it('come nearest first, those without a position last', () => {
    expect(order(nearestFirst(TASKS, { longitude: 118, latitude: 33 }))).toBe('near,far,nowhere')
  })

  it('stay in the order of their codes while nobody knows where one is', () => {
    expect(order(nearestFirst(TASKS, null))).toBe('far,nowhere,near')
  })
})
