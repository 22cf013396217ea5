import { type RawBuilder, sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/database/database.ts'
import { fixed } from '../../../platform/database/fixed.ts'
import { cellOf } from '../../../platform/geo/index.ts'
import type { SiteRecord } from './site.ts'

/** A site as it stands in the database. */
export type StoredSite = SiteRecord & {
  readonly createdAt: string
  readonly updatedAt: string
  readonly revision: number
}

/** A row of `siteColumns`. */
export type SiteRow = Omit<StoredSite, 'position'> & { longitude: number | null; latitude: number | null }

/** A row of a site, as a text for statements that stand fast. */
export const SITE_COLUMNS = `site.id, site.code, site.name, site.type_id as "typeId", site.address, site.longitude, site.latitude,
  site.raw_position as "givenPosition", site.area_id as "areaId", site.holder_id as "holderId",
  site.supervisor_id as "supervisorId", site.state, site.created_at as "createdAt", site.updated_at as "updatedAt", site.revision`
export const siteColumns = sql.raw(SITE_COLUMNS)

export const storedOf = ({ longitude, latitude, ...row }: SiteRow): StoredSite => ({
  ...row,
  position: longitude === null || latitude === null ? null : { longitude, latitude },
})

/** The sites that have one of these codes. */
export async function listSitesByCode(reader: Reader, codes: readonly string[]): Promise<StoredSite[]> {
  const { rows } = await sql<SiteRow>`select ${siteColumns} from site
    where city_id = ${reader.cityId} and code = any(${[...codes]}::text[])`.execute(reader.sql)
  return rows.map(storedOf)
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

/**
 * Change one site, if it still is what the change was made from. By key and with plain values: of a set of rows the database does not know
 * how small it is, and reads a small register whole.
 */
export function sendChange(
  tx: Tx,
  before: SiteRecord & { readonly revision: number },
  after: SiteRecord,
): void {
  tx.sendToRow(
    before.position === after.position && before.givenPosition === after.givenPosition
      ? staying(tx, before.revision, after)
      : moving(tx, before.revision, after),
  )
}

const staying = (tx: Tx, revision: number, site: SiteRecord) => fixed`
  update site set code = ${site.code}, name = ${site.name}, type_id = ${site.typeId}, address = ${site.address},
    area_id = ${site.areaId}, holder_id = ${site.holderId}, supervisor_id = ${site.supervisorId}, state = ${site.state},
    updated_at = ${tx.now}, revision = revision + 1
  where city_id = ${tx.cityId} and id = ${site.id} and revision = ${revision}`

const moving = (tx: Tx, revision: number, { position, ...site }: SiteRecord) => fixed`
  update site set code = ${site.code}, name = ${site.name}, type_id = ${site.typeId}, address = ${site.address},
    longitude = ${position?.longitude ?? null}, latitude = ${position?.latitude ?? null},
    raw_position = ${site.givenPosition && JSON.stringify(site.givenPosition)},
    h3_cell = ${position && cellOf([position.longitude, position.latitude])}, area_id = ${site.areaId},
    holder_id = ${site.holderId}, supervisor_id = ${site.supervisorId}, state = ${site.state},
    updated_at = ${tx.now}, revision = revision + 1
  where city_id = ${tx.cityId} and id = ${site.id} and revision = ${revision}`
