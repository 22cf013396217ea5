import { describe, expect, it } from 'vitest'
import { sourceFiles } from './source-files.ts'

const SQL = /\.(selectFrom|insertInto|updateTable|deleteFrom)\(|\bsql(<[^`]*>)?`/
const QUERIES = /(queries|-queries)\.ts$|\/queries\/[^/]+\.ts$|\.test\.ts$/

/** Lines of a room's file that speak SQL where only queries may. */
const sqlOutsideQueries = (path: string, text: string): string[] =>
  QUERIES.test(path)
    ? []
    : text
        .split('\n')
        .flatMap((line, index) => (SQL.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : []))

describe('SQL', () => {
  it('stands in the queries of a room and nowhere else', () => {
    const found = sourceFiles('packages/server/src/rooms', /\.ts$/).flatMap(({ path, text }) =>
      sqlOutsideQueries(path, text),
    )
    expect(found).toEqual([])
  })

  it('is noticed where it should not be', () => {
    const planted = 'const rows = await sql<Row>`select 1`.execute(tx.sql)'
    expect(sqlOutsideQueries('packages/server/src/rooms/sites/actions.ts', planted)).toHaveLength(1)
    expect(
      sqlOutsideQueries('packages/server/src/rooms/sites/http.ts', "tx.sql.insertInto('site')"),
    ).toHaveLength(1)
    expect(sqlOutsideQueries('packages/server/src/rooms/sites/queries.ts', planted)).toHaveLength(0)
  })
})
