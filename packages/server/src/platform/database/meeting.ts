import pg from 'pg'

/** A write that had to meet its row met none: the row is not any more what the write was decided by. */
export class OutOfDate extends Error {
  constructor() {
    super('the row is not any more what the write was decided by')
  }
}

const DIVISION_BY_ZERO = '22012'
const texts = new Map<string, string>()

/**
 * The statement as one that fails when it meets no row. PostgreSQL passes over what stands behind a failure, so the rest of the
 * transaction can travel with it before anybody knows.
 */
export function meetingItsRow(text: string): string {
  const known = texts.get(text)
  if (known !== undefined) return known
  const meeting = `with met as (${text} returning 1) select 1 / count(*) from met`
  texts.set(text, meeting)
  return meeting
}

/** What the failure of such a statement means. */
export const meantBy = (error: unknown): unknown =>
  error instanceof pg.DatabaseError && error.code === DIVISION_BY_ZERO ? new OutOfDate() : error
