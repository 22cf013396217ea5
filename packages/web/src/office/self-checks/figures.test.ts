import { describe, expect, it } from 'vitest'
import { daysBetween } from './figures.ts'

describe('what is said about a self-check', () => {
  it('counts days over the ends of months and through a change of the clock', () => {
    expect(daysBetween('2026-11-22', '2026-11-25')).toBe(3)
    expect(daysBetween('2026-02-27', '2026-03-01')).toBe(2)
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
    expect(daysBetween('2026-11-25', '2026-11-22')).toBe(-3)
  })
})
