import { describe, expect, it } from 'vitest'
import { newSeed, sentQuotas, startingQuotas, USUAL_COUNT } from './quotas.ts'

const siteTypes = [
  { id: 'market', name: '农贸市场' },
  { id: 'park', name: '公园' },
  { id: 'lane', name: '背街小巷' },
]

describe('how many sites are drawn', () => {
  it('begins with so many of each type', () => {
    expect(sentQuotas(startingQuotas({ siteTypes, draw: null }))).toEqual(
      siteTypes.map(({ id }) => ({ siteTypeId: id, count: USUAL_COUNT })),
    )
  })

  it('goes on from the last draw: all stays all, and what was not drawn is not drawn', () => {
    const drawn = { number: 1, seed: 's', drawnAt: '', drawnByName: null }
    const byType = [
      { siteType: { id: 'market', name: '农贸市场' }, quota: null, frameCount: 9, drawnCount: 9 },
      { siteType: { id: 'park', name: '公园' }, quota: 3, frameCount: 9, drawnCount: 3 },
    ]
    expect(sentQuotas(startingQuotas({ siteTypes, draw: { ...drawn, byType } }))).toEqual([
      { siteTypeId: 'market', count: null },
      { siteTypeId: 'park', count: 3 },
    ])
  })

  it('has a seed that can be said aloud', () => {
    expect(newSeed('2026-11-28')).toMatch(/^20261128-\d{4}$/)
  })
})
