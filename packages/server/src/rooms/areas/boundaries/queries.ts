import type { AreaLevel, Box, Datum, Position, Scope, Surface } from '@chuangcheng/domain'
import { sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/database/database.ts'
import { type AreaCode, areaHoldsOn, areaIn } from '../queries.ts'

export type Boundary = {
  readonly areaId: string
  /** WGS84 */
  readonly geometry: Surface
  /** as the file said it, when its datum was not WGS84 */
  readonly rawGeometry: Surface | null
  readonly datum: Datum
  readonly bounds: Box
  readonly label: Position
  readonly squareMeters: number
}

export type BoundaryFilter = {
  readonly level?: AreaLevel | undefined
  readonly parentId?: string | undefined
  readonly areaId?: string | undefined
}

/**
 * Boundaries as the text of a GeoJSON FeatureCollection. The database writes it: a city has some megabytes of coordinates, which
 * would only be read and written again here.
 */
export async function boundaryCollection(
  reader: Reader,
  scope: Scope,
  { level, parentId, areaId }: BoundaryFilter,
  day: string,
): Promise<string> {
  const conditions = [
    areaIn(scope),
    areaId === undefined ? areaHoldsOn(day) : sql<boolean>`a.id = ${areaId}`,
    ...(level === undefined ? [] : [sql<boolean>`a.level = ${level}`]),
    ...(parentId === undefined ? [] : [sql<boolean>`a.parent_id = ${parentId}`]),
  ]
  const { rows } = await sql<{ features: string | null }>`
    select string_agg('{"type":"Feature","properties":'
        || jsonb_build_object('id', a.id, 'code', a.code, 'name', a.name, 'level', a.level)::text
        || ',"geometry":' || b.geometry::text || '}', ',' order by a.code, a.valid_from) as features
    from area a join area_boundary b on b.city_id = a.city_id and b.area_id = a.id
    where a.city_id = ${reader.cityId} and ${sql.join(conditions, sql` and `)}`.execute(reader.sql)
  return `{"type":"FeatureCollection","features":[${rows[0]?.features ?? ''}]}`
}

/** The box round all boundaries of the city, WGS84 degrees; null while there are none. */
export async function cityBounds(reader: Reader): Promise<Box | null> {
  const { rows } = await sql<{ west: number | null; south: number; east: number; north: number }>`
    select min(west) as west, min(south) as south, max(east) as east, max(north) as north
    from area_boundary where city_id = ${reader.cityId}`.execute(reader.sql)
  const [box] = rows
  return box === undefined || box.west === null ? null : [box.west, box.south, box.east, box.north]
}

export type BoundedArea = AreaCode & {
  readonly validFrom: string
  readonly validTo: string | null
  readonly geometry: Surface
}

/** Every area of the city that has a boundary, whenever it holds. */
export async function listBoundedAreas(reader: Reader): Promise<BoundedArea[]> {
  const { rows } = await sql<BoundedArea>`
    select a.id, a.code, a.name, a.level, a.path, a.valid_from as "validFrom", a.valid_to as "validTo", b.geometry
    from area a join area_boundary b on b.city_id = a.city_id and b.area_id = a.id
    where a.city_id = ${reader.cityId}`.execute(reader.sql)
  return rows
}

/** A number that grows with every change of an area or a boundary: no area is deleted, and every save raises a revision. */
export async function areasVersion(reader: Reader): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    select coalesce(sum(revision), 0)::bigint as version from area where city_id = ${reader.cityId}`.execute(
    reader.sql,
  )
  return rows[0]?.version ?? 0
}

/** What the city has of the boundaries of these areas. */
export async function listStoredBoundaries(
  reader: Reader,
  areaIds: readonly string[],
): Promise<Pick<Boundary, 'areaId' | 'geometry' | 'datum' | 'squareMeters'>[]> {
  const { rows } = await sql<Pick<Boundary, 'areaId' | 'geometry' | 'datum' | 'squareMeters'>>`
    select area_id as "areaId", geometry, datum, square_meters as "squareMeters" from area_boundary
    where city_id = ${reader.cityId} and area_id = any(${[...areaIds]}::uuid[])`.execute(reader.sql)
  return rows
}

/** So many boundaries travel in one statement: some megabytes. */
const BATCH = 500

async function saveBatch(tx: Tx, boundaries: readonly Boundary[]): Promise<void> {
  const rows = boundaries.map(({ bounds: [west, south, east, north], label, ...rest }) => ({
    ...rest,
    west,
    south,
    east,
    north,
    labelLongitude: label[0],
    labelLatitude: label[1],
  }))
  await sql`
    insert into area_boundary (city_id, area_id, geometry, raw_geometry, datum, west, south, east, north, label_longitude,
      label_latitude, square_meters)
    select ${tx.cityId}, r."areaId", r.geometry, nullif(r."rawGeometry", 'null'), r.datum, r.west, r.south, r.east, r.north,
      r."labelLongitude", r."labelLatitude", r."squareMeters"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r ("areaId" uuid, geometry jsonb, "rawGeometry" jsonb,
      datum text, west float8, south float8, east float8, north float8, "labelLongitude" float8, "labelLatitude" float8,
      "squareMeters" float8)
    on conflict (city_id, area_id) do update set geometry = excluded.geometry, raw_geometry = excluded.raw_geometry,
      datum = excluded.datum, west = excluded.west, south = excluded.south, east = excluded.east, north = excluded.north,
      label_longitude = excluded.label_longitude, label_latitude = excluded.label_latitude,
      square_meters = excluded.square_meters`.execute(tx.sql)
  await sql`
    update area set revision = revision + 1 where city_id = ${tx.cityId}
      and id = any(${boundaries.map((boundary) => boundary.areaId)}::uuid[])`.execute(tx.sql)
}

/** Insert or replace boundaries; their areas count as changed. */
export async function saveBoundaries(tx: Tx, boundaries: readonly Boundary[]): Promise<void> {
  for (let start = 0; start < boundaries.length; start += BATCH) {
    await saveBatch(tx, boundaries.slice(start, start + BATCH))
  }
}
