import { describe, expect, it } from 'vitest'
import { lockMinutes, mustBeStrong } from './password.ts'

const codeOf = (password: string, names: string[] = ['chen.guang', '陈光']): string => {
  try {
    mustBeStrong(password, names)
    return 'taken'
  } catch (error) {
    return (error as { code: string }).code
  }
}

describe('a password', () => {
  it.each([
    ['short1', 'password.too-short'],
    ['a1'.repeat(70), 'password.too-long'],
    ['aaaaaaaaaa1', 'password.too-simple'],
    ['onlyletters', 'password.too-simple'],
    ['password1234', 'password.well-known'],
    ['my chen.guang 1', 'password.contains-name'],
    ['这是陈光的密码1234', 'password.contains-name'],
    ['Qinglan-2026', 'taken'],
    ['清澜江畔看日出2099', 'taken'],
    ['correct horse battery staple 7', 'taken'],
  ])('%s is %s', (password, expected) => {
    expect(codeOf(password)).toBe(expected)
  })
})

describe('locking', () => {
  it('lets four slips pass, then waits 1, 2, 4 … and never more than 60 minutes', () => {
    expect([1, 4, 5, 6, 7, 10, 11, 12, 40].map(lockMinutes)).toEqual([0, 0, 1, 2, 4, 32, 60, 60, 60])
  })
})
