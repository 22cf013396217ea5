import type { Scope } from '@chuangcheng/domain'
import { sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/database/database.ts'
import { siteIn } from '../register/filter-queries.ts'
import { siteMemory } from '../register/site-memory.ts'

/** A type of sites (点位类型). */
export type SiteType = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly category: string
  readonly description: string
  readonly retired: boolean
}
export type SiteTypeRow = SiteType & { readonly siteCount: number; readonly revision: number }

/** Types by code, each with how many sites of the scope it has. */
export async function listTypes(
  reader: Reader,
  scope: Scope,
  id: string | null = null,
): Promise<SiteTypeRow[]> {
  const { rows } = await sql<SiteTypeRow>`
    select t.id, t.code, t.name, t.category, t.description, t.retired, t.revision, coalesce(n.count, 0)::int as "siteCount"
    from site_type t left join (
      select s.type_id, count(*) from site s
      where s.city_id = ${reader.cityId} and ${siteIn(scope)} and (${id}::uuid is null or s.type_id = ${id})
      group by s.type_id) n on n.type_id = t.id
    where t.city_id = ${reader.cityId} and (${id}::uuid is null or t.id = ${id})
    order by t.code`.execute(reader.sql)
  return rows
}

const storedColumns = ['id', 'code', 'name', 'category', 'description', 'retired', 'revision'] as const

/** Every type, for looking up names and for imports. */
export const listTypeNames = (reader: Reader): Promise<(SiteType & { revision: number })[]> =>
  reader.sql
    .selectFrom('site_type')
    .select([...storedColumns])
    .where('city_id', '=', reader.cityId)
    .orderBy('code')
    .execute()

export const lockType = (tx: Tx, id: string) =>
  tx.sql
    .selectFrom('site_type')
    .select([...storedColumns])
    .where('city_id', '=', tx.cityId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

/** Insert or replace types. */
export async function saveTypes(tx: Tx, types: readonly SiteType[]): Promise<void> {
  tx.afterCommit(() => siteMemory.forget())
  await sql`
    insert into site_type (city_id, id, code, name, category, description, retired)
    select ${tx.cityId}, r.id, r.code, r.name, r.category, r.description, r.retired
    from jsonb_to_recordset(${JSON.stringify(types)}::jsonb)
      as r (id uuid, code text, name text, category text, description text, retired boolean)
    on conflict (city_id, id) do update set code = excluded.code, name = excluded.name, category = excluded.category,
      description = excluded.description, retired = excluded.retired, revision = site_type.revision + 1`.execute(
    tx.sql,
  )
}
