import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import { putIntoSearch } from '../search/index.ts'

type Found = { id: string; code: string; name: string; parents: string[] }

/** Areas and everything below them, each with the names above it. */
async function listBelow(tx: Tx, ids: readonly string[]): Promise<Found[]> {
  const { rows } = await sql<Found>`
    select a.id, a.code, a.name, array(
      select p.name from area p where p.city_id = a.city_id and p.id = any(a.path) and p.id <> a.id
      order by cardinality(p.path)) as parents
    from area a where a.city_id = ${tx.cityId}
      and exists (select from unnest(a.path) as ancestor where ancestor = any(${[...ids]}::uuid[]))`.execute(
    tx.sql,
  )
  return rows
}

/** Make areas found by their names, codes and the names above them; whatever lies below says the new names too. */
export async function putAreasIntoSearch(tx: Tx, ids: readonly string[]): Promise<void> {
  const entries = (await listBelow(tx, ids)).map(({ id, code, name, parents }) => ({
    id,
    title: name,
    detail: [code, ...(parents.length > 0 ? [parents.join(' / ')] : [])].join(' · '),
    areaId: id,
    organizationIds: [],
  }))
  await putIntoSearch(tx, 'area', entries)
}
