import { Problem } from '@chuangcheng/domain'

type Key = string | number

/** Where a page ended, as an opaque text: the sort keys of its last row. */
const writeCursor = (...keys: readonly Key[]): string =>
  Buffer.from(JSON.stringify(keys)).toString('base64url')

/**
 * The sort keys in a cursor, or null for the first page.
 * @throws Problem cursor.invalid
 */
export function readCursor(cursor: string | undefined, count: number): Key[] | null {
  if (cursor === undefined || cursor === '') return null
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (Array.isArray(keys) && keys.length === count && keys.every(isKey)) return keys
  } catch {
    // falls through: not ours
  }
  throw new Problem('cursor.invalid')
}

const isKey = (value: unknown): value is Key => typeof value === 'string' || typeof value === 'number'

export const PAGE_LENGTH = 100

/** Cut one row too many off a page and say where the next one begins. */
export function pageOf<T>(
  rows: T[],
  limit: number,
  keyOf: (row: T) => Key[],
): { items: T[]; next: string | null } {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? writeCursor(...keyOf(last)) : null }
}
