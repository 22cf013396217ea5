import { describe, expect, it } from 'vitest'
import { metersBetween } from './distance.ts'

describe('a distance', () => {
  it('is that of the map', () => {
    // A minute of latitude is a nautical mile.
    const north = metersBetween({ longitude: 118, latitude: 33 }, { longitude: 118, latitude: 33 + 1 / 60 })
    expect(north).toBeGreaterThan(1845)
    expect(north).toBeLessThan(1860)
    expect(metersBetween({ longitude: 118, latitude: 33 }, { longitude: 118, latitude: 33 })).toBe(0)
  })
})
