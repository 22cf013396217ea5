import { type RawBuilder, sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/database/database.ts'
import { cellOf } from '../../../platform/geo/index.ts'
import type { SiteRecord } from './site.ts'

/** A site as it stands in the database. */
export type StoredSite = SiteRecord & {
  readonly createdAt: string
  readonly updatedAt: string
  readonly revision: number
}

type Row = Omit<StoredSite, 'position'> & { longitude: number | null; latitude: number | null }

const storedOf = ({ longitude, latitude, ...row }: Row): StoredSite => ({
  ...row,
  position: longitude === null || latitude === null ? null : { longitude, latitude },
})

async function listStored(
  reader: Reader,
  condition: RawBuilder<unknown>,
  lock = sql``,
): Promise<StoredSite[]> {
  const { rows } = await sql<Row>`
    select id, code, name, type_id as "typeId", address, longitude, latitude, raw_position as "givenPosition",
      area_id as "areaId", holder_id as "holderId", supervisor_id as "supervisorId", state, created_at as "createdAt",
      updated_at as "updatedAt", revision
    from site where city_id = ${reader.cityId} and ${condition} ${lock}`.execute(reader.sql)
  return rows.map(storedOf)
}

export const findSite = async (reader: Reader, id: string) => (await listStored(reader, sql`id = ${id}`))[0]

/** Lock one site for a change, and read it. */
export const lockSite = async (tx: Tx, id: string) =>
  (await listStored(tx, sql`id = ${id}`, sql`for update`))[0]

/** The sites that have one of these codes. */
export const listSitesByCode = (reader: Reader, codes: readonly string[]) =>
  listStored(reader, sql`code = any(${[...codes]}::text[])`)

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

/** Insert sites; answers how many, fewer than given when an id is taken already. */
export async function insertSites(tx: Tx, records: readonly SiteRecord[]): Promise<number> {
  const { numAffectedRows } =
    await sql`${insertion(tx, records)} on conflict (city_id, id) do nothing`.execute(tx.sql)
  return Number(numAffectedRows ?? 0)
}

/** Change sites; answers how many, fewer than given when some have another revision by now. */
export async function updateSites(tx: Tx, records: readonly Revised[]): Promise<number> {
  const { numAffectedRows } = await revision(tx, records).execute(tx.sql)
  return Number(numAffectedRows ?? 0)
}
