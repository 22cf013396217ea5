import { sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/database/database.ts'
import { FixedStatement } from '../../../platform/database/fixed.ts'
import { SITE_COLUMNS, type SiteRow, type StoredSite, storedOf } from './queries.ts'
import type { Reference, Site, SiteRecord } from './site.ts'

type NameRow = Reference & {
  readonly kind: 'type' | 'area' | 'organization'
  readonly path: readonly string[] | null
}

const distinct = (ids: readonly (string | null)[]): string[] => [...new Set(ids.filter((id) => id !== null))]

/** The names of everything that sites point to, and of the areas above theirs. */
async function listNames(reader: Reader, records: readonly SiteRecord[]): Promise<NameRow[]> {
  const { cityId } = reader
  const { rows } = await sql<NameRow>`
    select 'type' as kind, id, name, null::uuid[] as path from site_type
    where city_id = ${cityId} and id = any(${distinct(records.map(({ typeId }) => typeId))}::uuid[])
    union all
    select 'organization', id, name, null from organization where city_id = ${cityId}
      and id = any(${distinct(records.flatMap(({ holderId, supervisorId }) => [holderId, supervisorId]))}::uuid[])
    union all
    select 'area', id, name, path from area where city_id = ${cityId} and id = any(array(
      select unnest(a.path) from area a where a.city_id = ${cityId}
        and a.id = any(${distinct(records.map(({ areaId }) => areaId))}::uuid[])))`.execute(reader.sql)
  return rows
}

/** A site as its page shows it; `areaPath` goes from the city down to its own area. */
export type SitePage = Site & {
  readonly areaPath: Reference[]
  readonly createdAt: string
  readonly updatedAt: string
  readonly revision: number
}

/**
 * Sites with the names of what they point to. Names are asked for all of them at once, in one statement of three look-ups by key:
 * joining them to every site costs the planner more than the whole rest of a small request.
 */
export async function nameSites(reader: Reader, records: readonly StoredSite[]): Promise<SitePage[]> {
  const rows = await listNames(reader, records)
  const names = new Map(rows.map(({ id, name }) => [id, { id, name }]))
  const paths = new Map(rows.map(({ id, path }) => [id, path ?? []]))
  const named = (id: string | null): Reference | null => (id === null ? null : (names.get(id) ?? null))
  return records.map(({ typeId, areaId, holderId, supervisorId, ...record }) => ({
    ...record,
    type: named(typeId) ?? { id: typeId, name: '' },
    area: named(areaId),
    holder: named(holderId),
    supervisor: named(supervisorId),
    areaPath: (areaId === null ? [] : (paths.get(areaId) ?? [])).flatMap((id) => names.get(id) ?? []),
  }))
}

/** A site as it is stored, and as its page shows it. */
export type NamedSite = { readonly stored: StoredSite; readonly page: SitePage }

type NamedRow = SiteRow & {
  readonly typeName: string | null
  readonly holderName: string | null
  readonly supervisorName: string | null
  readonly areaPath: Reference[]
}

const NAMED_SITE = `
  select ${SITE_COLUMNS},
    (select name from site_type type where type.city_id = site.city_id and type.id = site.type_id) as "typeName",
    (select name from organization holder where holder.city_id = site.city_id and holder.id = site.holder_id) as "holderName",
    (select name from organization supervisor
      where supervisor.city_id = site.city_id and supervisor.id = site.supervisor_id) as "supervisorName",
    coalesce((select jsonb_agg(jsonb_build_object('id', above.id, 'name', above.name) order by step.place)
      from area own cross join unnest(own.path) with ordinality as step (id, place)
        join area above on above.city_id = own.city_id and above.id = step.id
      where own.city_id = site.city_id and own.id = site.area_id), '[]') as "areaPath"
  from site where site.city_id = $1 and site.id = $2`
const LOCKED_SITE = `${NAMED_SITE} for update`

function namedOf({ typeName, holderName, supervisorName, areaPath, ...row }: NamedRow): NamedSite {
  const stored = storedOf(row)
  const { typeId, areaId, holderId, supervisorId, ...own } = stored
  const named = (id: string | null, name: string | null): Reference | null =>
    id === null || name === null ? null : { id, name }
  const page = {
    ...own,
    type: { id: typeId, name: typeName ?? '' },
    area: areaPath.find(({ id }) => id === areaId) ?? null,
    holder: named(holderId, holderName),
    supervisor: named(supervisorId, supervisorName),
    areaPath,
  }
  return { stored, page }
}

/** One site with its names, in one statement. */
export async function findSite(reader: Reader, id: string): Promise<NamedSite | null> {
  const { rows } = await new FixedStatement<NamedRow>(NAMED_SITE, [reader.cityId, id]).execute(reader.sql)
  return rows[0] ? namedOf(rows[0]) : null
}

/** Lock one site for a change, and read it with its names. */
export async function lockSite(tx: Tx, id: string): Promise<NamedSite | null> {
  const { rows } = await new FixedStatement<NamedRow>(LOCKED_SITE, [tx.cityId, id]).execute(tx.sql)
  return rows[0] ? namedOf(rows[0]) : null
}
