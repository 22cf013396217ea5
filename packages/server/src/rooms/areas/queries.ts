import type { AreaLevel, Scope, SuccessionKind } from '@chuangcheng/domain'
import { type RawBuilder, sql } from 'kysely'
import type { Reader, Tx } from '../../platform/database/database.ts'
import { PAGE_LENGTH, pageOf, readCursor } from '../../platform/http/cursor.ts'

export type Area = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly level: AreaLevel
  readonly kind: string | null
  readonly parentId: string | null
  readonly validFrom: string
  readonly validTo: string | null
}

/** An area in its place: ancestors from the city down, itself last. */
export type PlacedArea = Area & { readonly path: readonly string[] }

/** An area as other rooms refer to it. */
export type AreaCode = Pick<PlacedArea, 'id' | 'code' | 'name' | 'level' | 'path'>

const columns = [
  'a.id',
  'a.code',
  'a.name',
  'a.level',
  'a.kind',
  'a.parent_id as parentId',
  'a.valid_from as validFrom',
  'a.valid_to as validTo',
  'a.revision',
] as const

/** The ids of a scope's areas, those included that may only be looked at. */
const seenIds = (scope: Exclude<Scope, { everything: true }>): string[] => [
  ...scope.areaIds,
  ...scope.seatAreaIds,
]

/** The condition that an area (aliased a) may be looked at. */
export const areaIn = (scope: Scope): RawBuilder<boolean> =>
  scope.everything ? sql<boolean>`true` : sql<boolean>`a.id = any(${seenIds(scope)}::uuid[])`

/** The condition that an area (aliased a) holds on a day. */
export const areaHoldsOn = (day: string): RawBuilder<boolean> =>
  sql<boolean>`(a.valid_from <= ${day} and (a.valid_to is null or a.valid_to >= ${day}))`

const selectRows = (reader: Reader) =>
  reader.sql
    .selectFrom('area as a')
    .select([...columns])
    .select([
      sql<number>`(select count(*) from area c where c.city_id = a.city_id and c.parent_id = a.id)`.as(
        'childCount',
      ),
      sql<boolean>`exists (select from area_boundary b where b.city_id = a.city_id and b.area_id = a.id)`.as(
        'hasBoundary',
      ),
    ])
    .where('a.city_id', '=', reader.cityId)

export type AreaFilter = {
  readonly after?: string | undefined
  readonly limit?: number | undefined
  readonly parentId?: string | undefined
  readonly level?: AreaLevel | undefined
  readonly day?: string | undefined
  readonly text?: string | undefined
}

/** Areas by code, those of one code by their beginning. `parentId: 'none'` gives the top of what the scope shows. */
export async function listAreas(reader: Reader, scope: Scope, filter: AreaFilter) {
  const limit = filter.limit ?? PAGE_LENGTH
  const from = readCursor(filter.after, 2)
  let query = selectRows(reader)
    .where(areaIn(scope))
    .orderBy('a.code')
    .orderBy('a.valid_from')
    .limit(limit + 1)
  // As text, because a cursor comes from outside and need not hold a day; ISO days sort alike.
  if (from) {
    const [code, validFrom] = from.map(String)
    query = query.where(sql<boolean>`(a.code, a.valid_from::text) > (${code}, ${validFrom})`)
  }
  if (filter.parentId === 'none') query = query.where(atTop(scope))
  else if (filter.parentId) query = query.where('a.parent_id', '=', filter.parentId)
  if (filter.level) query = query.where('a.level', '=', filter.level)
  if (filter.day) query = query.where(areaHoldsOn(filter.day))
  if (filter.text) query = query.where(sql<boolean>`position(${filter.text} in a.name || ' ' || a.code) > 0`)
  return pageOf(await query.execute(), limit, (row) => [row.code, row.validFrom])
}

/** Top of the visible tree: no parent, or a parent that the scope does not show. */
const atTop = (scope: Scope): RawBuilder<boolean> =>
  scope.everything
    ? sql<boolean>`a.parent_id is null`
    : sql<boolean>`(a.parent_id is null or a.parent_id <> all(${seenIds(scope)}::uuid[]))`

export const findArea = (reader: Reader, id: string) =>
  selectRows(reader).where('a.id', '=', id).executeTakeFirst()

/** Lock one area for a change. */
export const lockArea = (tx: Tx, id: string) =>
  tx.sql
    .selectFrom('area as a')
    .select([...columns, 'a.path'])
    .where('a.city_id', '=', tx.cityId)
    .where('a.id', '=', id)
    .forUpdate()
    .executeTakeFirst()

/** Every area of the city by code, the latest of a code last. */
export const listAllAreas = (reader: Reader) =>
  reader.sql
    .selectFrom('area as a')
    .select([...columns, 'a.path'])
    .where('a.city_id', '=', reader.cityId)
    .orderBy('a.code')
    .orderBy('a.valid_from')
    .execute()

/** Every area of the city by code, the latest of a code last. */
export const listAreaCodes = (reader: Reader): Promise<AreaCode[]> =>
  reader.sql
    .selectFrom('area')
    .select(['id', 'code', 'name', 'level', 'path'])
    .where('city_id', '=', reader.cityId)
    .orderBy('code')
    .orderBy('valid_from')
    .execute()

/** Whether another area has this code on one of the same days. */
export async function isCodeTaken(reader: Reader, area: Area): Promise<boolean> {
  const rows = await reader.sql
    .selectFrom('area')
    .select('id')
    .where('city_id', '=', reader.cityId)
    .where('code', '=', area.code)
    .where('id', '<>', area.id)
    .where(
      sql<boolean>`daterange(valid_from, valid_to, '[]') && daterange(${area.validFrom}, ${area.validTo}, '[]')`,
    )
    .limit(1)
    .execute()
  return rows.length > 0
}

/** The name of another area that is the whole city on one of the same days. */
export async function findOtherCity(reader: Reader, area: Area): Promise<string | undefined> {
  const row = await reader.sql
    .selectFrom('area')
    .select('name')
    .where('city_id', '=', reader.cityId)
    .where('level', '=', 'city')
    .where('id', '<>', area.id)
    .where(
      sql<boolean>`daterange(valid_from, valid_to, '[]') && daterange(${area.validFrom}, ${area.validTo}, '[]')`,
    )
    .limit(1)
    .executeTakeFirst()
  return row?.name
}

/** Insert or replace areas, with their paths. */
export async function saveAreas(tx: Tx, areas: readonly PlacedArea[]): Promise<void> {
  await sql`
    insert into area (city_id, id, code, name, level, kind, parent_id, valid_from, valid_to, path)
    select ${tx.cityId}, r.id, r.code, r.name, r.level, r.kind, r."parentId", r."validFrom", r."validTo",
      array(select jsonb_array_elements_text(r.path)::uuid)
    from jsonb_to_recordset(${JSON.stringify(areas)}::jsonb) as r (id uuid, code text, name text, level text, kind text,
      "parentId" uuid, "validFrom" date, "validTo" date, path jsonb)
    on conflict (city_id, id) do update set code = excluded.code, name = excluded.name, level = excluded.level,
      kind = excluded.kind, parent_id = excluded.parent_id, valid_from = excluded.valid_from,
      valid_to = excluded.valid_to, path = excluded.path, revision = area.revision + 1`.execute(tx.sql)
}

/** After areas moved: lay every path of the city anew from the parents, and write those that changed. */
export async function layPathsAnew(tx: Tx): Promise<void> {
  await sql`
    with recursive tree as (
      select id, array[id] as path from area where city_id = ${tx.cityId} and parent_id is null
      union all
      select c.id, t.path || c.id from area c join tree t on c.parent_id = t.id where c.city_id = ${tx.cityId})
    update area a set path = tree.path from tree
    where a.city_id = ${tx.cityId} and a.id = tree.id and a.path <> tree.path`.execute(tx.sql)
}

export type Succession = {
  readonly kind: SuccessionKind
  /** the first day of the new areas */
  readonly onDay: string
  readonly toAreaIds: readonly string[]
}

/** The same relation told again changes its kind or day. */
export async function saveSuccession(
  tx: Tx,
  fromAreaId: string,
  { kind, onDay, toAreaIds }: Succession,
): Promise<void> {
  await sql`
    insert into area_succession (city_id, from_area_id, to_area_id, kind, on_day)
    select ${tx.cityId}, ${fromAreaId}, successor, ${kind}, ${onDay}
    from unnest(${[...new Set(toAreaIds)]}::uuid[]) as successor
    on conflict (city_id, from_area_id, to_area_id) do update set kind = excluded.kind, on_day = excluded.on_day`.execute(
    tx.sql,
  )
}

/** What the city itself is called: the top of a tree that nobody has begun yet. */
export const getCityName = (reader: Reader): Promise<{ code: string; name: string }> =>
  reader.sql
    .selectFrom('city')
    .select(['code', 'name'])
    .where('city_id', '=', reader.cityId)
    .executeTakeFirstOrThrow()
