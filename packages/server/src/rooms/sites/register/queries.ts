import { type RawBuilder, sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/database/database.ts'
import { cellOf } from '../../../platform/geo/index.ts'
import type { Reference, Site, SiteRecord } from './site.ts'

/** A site as a row of a list. */
export type SiteRow = Omit<Site, 'givenPosition'> & { readonly updatedAt: string; readonly revision: number }
/** A site as its page shows it; `areaPath` goes from the city down to its own area. */
export type SitePage = SiteRow & {
  readonly givenPosition: Site['givenPosition']
  readonly areaPath: Reference[]
  readonly createdAt: string
}

/** What a list shows of a site (aliased s) with its type (t), area (a), holder (h) and supervisor (v). */
export const rowColumns = sql`s.id, s.code, s.name, jsonb_build_object('id', t.id, 'name', t.name) as type, s.address,
  case when s.longitude is not null
    then jsonb_build_object('longitude', s.longitude, 'latitude', s.latitude) end as position,
  case when a.id is not null then jsonb_build_object('id', a.id, 'name', a.name) end as area,
  case when h.id is not null then jsonb_build_object('id', h.id, 'name', h.name) end as holder,
  case when v.id is not null then jsonb_build_object('id', v.id, 'name', v.name) end as supervisor,
  s.state, s.updated_at as "updatedAt", s.revision`

const pageColumns = sql`${rowColumns}, s.raw_position as "givenPosition", s.created_at as "createdAt",
  (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) order by cardinality(p.path)), '[]')
    from area p where p.city_id = s.city_id and p.id = any(a.path)) as "areaPath"`

/** The names around a site aliased s. */
export const withNames = sql`
  join site_type t on t.city_id = s.city_id and t.id = s.type_id
  left join area a on a.city_id = s.city_id and a.id = s.area_id
  left join organization h on h.city_id = s.city_id and h.id = s.holder_id
  left join organization v on v.city_id = s.city_id and v.id = s.supervisor_id`

async function findOne(reader: Reader, id: string, lock: RawBuilder<unknown>): Promise<SitePage | undefined> {
  const { rows } = await sql<SitePage>`
    select ${pageColumns} from site s ${withNames} where s.city_id = ${reader.cityId} and s.id = ${id} ${lock}`.execute(
    reader.sql,
  )
  return rows[0]
}

export const findSite = (reader: Reader, id: string) => findOne(reader, id, sql``)

/** Lock one site for a change, and read it: one statement. */
export const lockSite = (tx: Tx, id: string) => findOne(tx, id, sql`for update of s`)

/** The sites that have one of these codes. */
export async function listSitesByCode(reader: Reader, codes: readonly string[]) {
  const { rows } = await sql<SitePage>`
    select ${rowColumns}, s.raw_position as "givenPosition" from site s ${withNames}
    where s.city_id = ${reader.cityId} and s.code = any(${[...codes]}::text[])`.execute(reader.sql)
  return rows
}

/** Records as a set of rows `r` that a statement can insert or join. */
function recordset(records: readonly (SiteRecord & { readonly revision?: number })[]): RawBuilder<unknown> {
  const rows = records.map(({ position, givenPosition, ...record }) => ({
    ...record,
    longitude: position?.longitude,
    latitude: position?.latitude,
    rawPosition: givenPosition,
    h3Cell: position && cellOf([position.longitude, position.latitude]),
  }))
  return sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, code text, name text, "typeId" uuid, address text,
    longitude float8, latitude float8, "rawPosition" jsonb, "h3Cell" bigint, "areaId" uuid, "holderId" uuid,
    "supervisorId" uuid, state text, revision integer)`
}

const insertion = (tx: Tx, records: readonly SiteRecord[]) => sql`
  insert into site (city_id, id, code, name, type_id, address, longitude, latitude, raw_position, h3_cell, area_id, holder_id,
    supervisor_id, state, created_at, updated_at)
  select ${tx.cityId}, r.id, r.code, r.name, r."typeId", r.address, r.longitude, r.latitude,
    nullif(r."rawPosition", 'null'), r."h3Cell", r."areaId", r."holderId", r."supervisorId", r.state,
    ${tx.now}::timestamptz, ${tx.now}::timestamptz
  from ${recordset(records)}`

type Revised = SiteRecord & { readonly revision: number }

/** Changes only rows that still are what the change was made from. */
const revision = (tx: Tx, records: readonly Revised[]) => sql`
  update site set code = r.code, name = r.name, type_id = r."typeId", address = r.address, longitude = r.longitude,
    latitude = r.latitude, raw_position = nullif(r."rawPosition", 'null'), h3_cell = r."h3Cell", area_id = r."areaId",
    holder_id = r."holderId", supervisor_id = r."supervisorId", state = r.state, updated_at = ${tx.now}::timestamptz,
    revision = site.revision + 1
  from ${recordset(records)}
  where site.city_id = ${tx.cityId} and site.id = r.id and site.revision = r.revision`

/** Insert a site and read it with its names; undefined when its id is taken already. */
export async function insertSite(tx: Tx, record: SiteRecord): Promise<SitePage | undefined> {
  const { rows } = await sql<SitePage>`
    with s as (${insertion(tx, [record])} on conflict (city_id, id) do nothing returning *)
    select ${pageColumns} from s ${withNames}`.execute(tx.sql)
  return rows[0]
}

/** Change a site and read it with its names; undefined when its revision is another by now. */
export async function updateSite(tx: Tx, record: Revised): Promise<SitePage | undefined> {
  const { rows } = await sql<SitePage>`
    with s as (${revision(tx, [record])} returning site.*) select ${pageColumns} from s ${withNames}`.execute(
    tx.sql,
  )
  return rows[0]
}

export async function insertSites(tx: Tx, records: readonly SiteRecord[]): Promise<void> {
  await insertion(tx, records).execute(tx.sql)
}

/** Answers how many were changed: fewer than given when some have another revision by now. */
export async function updateSites(tx: Tx, records: readonly Revised[]): Promise<number> {
  const { numAffectedRows } = await revision(tx, records).execute(tx.sql)
  return Number(numAffectedRows ?? 0)
}
