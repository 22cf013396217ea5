import { describe, expect, it } from 'vitest'
import { percentOf } from './percent.ts'

describe('a share', () => {
  it('is said to a tenth of a percent, and of nothing it is nothing', () => {
    expect(percentOf(152, 228)).toBe(66.7)
    expect(percentOf(1, 2)).toBe(50)
    expect(percentOf(0, 0)).toBe(0)
  })
})
