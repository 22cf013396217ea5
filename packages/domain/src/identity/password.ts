import { Problem } from '../problem.ts'

/** Shortest password we take (密码最短长度). Length protects better than prescribed characters. */
export const PASSWORD_MIN_LENGTH = 10
export const PASSWORD_MAX_LENGTH = 128
const MIN_KINDS = 2
const MIN_DIFFERENT_CHARACTERS = 5
const WELL_KNOWN = [
  'password',
  'qwerty',
  '123456',
  'abc123',
  'admin',
  'woaini',
  '111111',
  '888888',
  'iloveyou',
]

const KINDS = [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}]/u, /\p{Lo}/u]

/**
 * Refuses a weak password, saying which rule it breaks.
 * @throws Problem password.too-short · password.too-long · password.too-simple · password.well-known · password.contains-name
 */
export function mustBeStrong(password: string, names: readonly string[]): void {
  const folded = password.toLowerCase()
  if (Array.from(password).length < PASSWORD_MIN_LENGTH) {
    throw new Problem('password.too-short', { minimum: PASSWORD_MIN_LENGTH })
  }
  if (Array.from(password).length > PASSWORD_MAX_LENGTH) {
    throw new Problem('password.too-long', { maximum: PASSWORD_MAX_LENGTH })
  }
  const kinds = KINDS.filter((kind) => kind.test(password)).length
  if (kinds < MIN_KINDS || new Set(folded).size < MIN_DIFFERENT_CHARACTERS) {
    throw new Problem('password.too-simple')
  }
  if (WELL_KNOWN.some((word) => folded.includes(word) && word.length * 2 >= folded.length)) {
    throw new Problem('password.well-known')
  }
  if (names.some((name) => name.length >= 2 && folded.includes(name.toLowerCase()))) {
    throw new Problem('password.contains-name')
  }
}

const FREE_FAILURES = 5
const FIRST_LOCK_MINUTES = 1
const LONGEST_LOCK_MINUTES = 60

/** Minutes an account stays locked (锁定) after its n-th failure in a row: five are free, then 1, 2, 4 … 60. */
export function lockMinutes(failures: number): number {
  if (failures < FREE_FAILURES) return 0
  return Math.min(LONGEST_LOCK_MINUTES, FIRST_LOCK_MINUTES * 2 ** (failures - FREE_FAILURES))
}
