import { describe, expect, it } from 'vitest'
import { changesOf, localToday, textOrNull } from './field-values.ts'

describe('what a form sends', () => {
  it('is only what differs from the record', () => {
    const before = { name: '甲', kind: null as string | null, tags: ['a'] }
    expect(changesOf(before, { ...before, kind: '街道', tags: ['a'] })).toEqual({ kind: '街道' })
    expect(changesOf(before, before)).toEqual({})
  })

  it('says null for what was left empty', () => {
    expect([textOrNull('  '), textOrNull(undefined), textOrNull(' 甲 ')]).toEqual([null, null, '甲'])
  })

  it('counts days where the reader sits', () => {
    expect(localToday(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05')
  })
})
