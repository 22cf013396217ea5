import type { SampleFrame } from '@chuangcheng/domain'
import { sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/database/database.ts'

type Reference = { readonly id: string; readonly name: string }

/** A draw as it was recorded: all it takes to draw again. */
export type StoredDraw = {
  readonly number: number
  readonly seed: string
  readonly frame: readonly SampleFrame[]
  readonly drawnAt: string
  readonly drawnByName: string | null
}

/** The draw that counts for a round, or null. */
export async function findLatestDraw(reader: Reader, roundId: string): Promise<StoredDraw | null> {
  const { rows } = await sql<StoredDraw>`
    select d.number, d.seed, d.frame, d.drawn_at as "drawnAt", u.name as "drawnByName"
    from round_draw d left join user_account u on u.city_id = d.city_id and u.id = d.drawn_by
    where d.city_id = ${reader.cityId} and d.round_id = ${roundId} order by d.number desc limit 1`.execute(
    reader.sql,
  )
  return rows[0] ?? null
}

export function sendDraw(tx: Tx, roundId: string, draw: StoredDraw): void {
  tx.send(sql`
    insert into round_draw (city_id, round_id, number, seed, frame, drawn_at, drawn_by)
    values (${tx.cityId}, ${roundId}, ${draw.number}, ${draw.seed}, ${JSON.stringify(draw.frame)}::jsonb, ${draw.drawnAt},
      ${tx.author.userId})`)
}

export type DrawableSite = Reference & { readonly code: string; readonly typeId: string }

/** Sites of these types that are inspected, of the whole city or of one area. */
export async function listDrawableSites(
  reader: Reader,
  typeIds: readonly string[],
  areaId: string | null,
): Promise<DrawableSite[]> {
  const { rows } = await sql<DrawableSite>`
    select s.id, s.code, s.name, s.type_id as "typeId" from site s
    left join area a on a.city_id = s.city_id and a.id = s.area_id
    where s.city_id = ${reader.cityId} and s.type_id = any(${[...typeIds]}::uuid[]) and s.state = 'active'
      and (${areaId}::uuid is null or ${areaId}::uuid = any(a.path))`.execute(reader.sql)
  return rows
}

export type PlannedNow = {
  readonly siteId: string
  readonly code: string
  readonly name: string
  readonly origin: 'drawn' | 'chosen'
  readonly visited: boolean
}

/** What is planned of a round, visited or not; a visit of any state keeps its site. */
export async function listPlannedNow(reader: Reader, roundId: string): Promise<PlannedNow[]> {
  const { rows } = await sql<PlannedNow>`
    select p.site_id as "siteId", s.code, s.name, p.origin, exists (select from site_visit v
      where v.city_id = p.city_id and v.round_id = p.round_id and v.site_id = p.site_id) as visited
    from round_site p join site s on s.city_id = p.city_id and s.id = p.site_id
    where p.city_id = ${reader.cityId} and p.round_id = ${roundId}`.execute(reader.sql)
  return rows
}

/** Names of site types. */
export const listTypesNamed = (reader: Reader, ids: readonly string[]): Promise<Reference[]> =>
  reader.sql
    .selectFrom('site_type')
    .select(['id', 'name'])
    .where('city_id', '=', reader.cityId)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute()
