import { sql } from 'kysely'
import type { Reader } from '../../../platform/database/database.ts'
import type { StoredSite } from './queries.ts'
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
