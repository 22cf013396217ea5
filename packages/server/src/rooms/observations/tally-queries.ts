import type {
  Answerable,
  ObservationOutcome,
  ObservedFact,
  TallyDimension,
  TallyText,
} from '@chuangcheng/domain'
import { type RawBuilder, sql } from 'kysely'
import type { Reader, Tx } from '../../platform/database/database.ts'

/** An observation as it is added to a tally: +1 it came, −1 it was superseded. */
export type FactRow = {
  readonly collectionId: string
  readonly sign: 1 | -1
  readonly criterionId: string | null
  readonly districtId: string | null
  readonly subdistrictId: string | null
  readonly siteTypeId: string | null
  readonly outcome: ObservationOutcome
  readonly numerator: string | null
  readonly denominator: string | null
  readonly alongside: number
  readonly violationCount: number
  readonly value: number | null
  readonly stakePoints: number | null
  readonly deductionPoints: number | null
  readonly responsible: Answerable[]
}

const factColumns = sql`o.collection_id as "collectionId", o.criterion_id as "criterionId", o.district_id as "districtId",
  o.subdistrict_id as "subdistrictId", o.site_type_id as "siteTypeId", o.outcome, o.share_numerator::text as numerator,
  o.share_denominator::text as denominator, o.alongside, o.violation_count as "violationCount", o.value,
  o.stake_points as "stakePoints", o.deduction_points as "deductionPoints", o.responsible`

export const factOf = (row: FactRow): ObservedFact => ({
  ...row,
  share:
    row.numerator === null || row.denominator === null
      ? null
      : { numerator: BigInt(row.numerator), denominator: BigInt(row.denominator) },
})

const among = (ids: readonly string[]) => sql`any(${[...ids]}::uuid[])`

/** What batches brought, and what they superseded. */
const changesBy = (reader: Reader, batches: RawBuilder<unknown>) => sql`
  select 1 as sign, ${factColumns} from observation o
    where o.city_id = ${reader.cityId} and o.batch_id in (${batches})
  union all
  select -1 as sign, ${factColumns} from observation o
    where o.city_id = ${reader.cityId} and o.removed_by in (${batches})`

const unfoldedOf = (reader: Reader, collectionIds: readonly string[]) => sql`
  select b.id from observation_batch b
  where b.city_id = ${reader.cityId} and b.collection_id = ${among(collectionIds)} and b.position is null`

const COLUMNS = {
  district: 'districts',
  subdistrict: 'subdistricts',
  siteType: 'site_types',
  organization: 'organizations',
} as const satisfies Record<TallyDimension, string>

export type TallyRow = {
  readonly collectionId: string
  readonly criterionId: string
  readonly totals: TallyText['all']
} & { readonly [D in TallyDimension]: TallyText['parts'][D] | null }

type Standing = { readonly tallies: TallyRow[]; readonly changes: FactRow[] }

/** Tallies of collections and what is not in them yet, as of one and the same moment. */
export async function readStanding(
  reader: Reader,
  collectionIds: readonly string[],
  dimensions: readonly TallyDimension[],
): Promise<Standing> {
  const parts = (Object.keys(COLUMNS) as TallyDimension[]).map(
    (
      dimension, // the keys of a constant
    ) =>
      dimensions.includes(dimension)
        ? sql`t.${sql.ref(COLUMNS[dimension])} as ${sql.ref(dimension)}`
        : sql`null as ${sql.ref(dimension)}`,
  )
  const { rows } = await sql<Standing>`
    select (select coalesce(json_agg(t), '[]') from (
        select t.collection_id as "collectionId", t.criterion_id as "criterionId", t.totals, ${sql.join(parts)}
        from tally t where t.city_id = ${reader.cityId} and t.collection_id = ${among(collectionIds)}) t) as tallies,
      (select coalesce(json_agg(c), '[]') from (${changesBy(reader, unfoldedOf(reader, collectionIds))}) c) as changes`.execute(
    reader.sql,
  )
  return rows[0] ?? { tallies: [], changes: [] }
}

const wholeTally = sql`t.collection_id as "collectionId", t.criterion_id as "criterionId", t.totals, t.districts as district,
  t.subdistricts as subdistrict, t.site_types as "siteType", t.organizations as organization`

type Folded = { readonly tallies: TallyRow[]; readonly watermark: number }

/** Tallies of collections as they are folded, whole, and how far: as of one and the same moment. */
export async function readFoldedRows(reader: Reader, collectionIds: readonly string[]): Promise<Folded> {
  const { rows } = await sql<Folded>`
    select (select coalesce(json_agg(t), '[]') from (
        select ${wholeTally} from tally t where t.city_id = ${reader.cityId} and t.collection_id = ${among(collectionIds)}) t) as tallies,
      (select coalesce(max(position), 0) from observation_batch where city_id = ${reader.cityId}) as watermark`.execute(
    reader.sql,
  )
  return rows[0] ?? { tallies: [], watermark: 0 }
}

/** Everything that stood in collections when a position had been given, and no later one. */
export async function listFactsAt(
  reader: Reader,
  collectionIds: readonly string[],
  watermark: number,
): Promise<FactRow[]> {
  const { rows } = await sql<FactRow>`
    select 1 as sign, ${factColumns} from observation o
    join observation_batch b on b.city_id = o.city_id and b.id = o.batch_id
    left join observation_batch r on r.city_id = o.city_id and r.id = o.removed_by
    where o.city_id = ${reader.cityId} and o.collection_id = ${among(collectionIds)} and b.position <= ${watermark}
      and (o.removed_by is null or r.position is null or r.position > ${watermark})`.execute(reader.sql)
  return rows
}

/** The last position that was given in a city; 0 = none yet. */
export async function findLastPosition(reader: Reader): Promise<number> {
  const { rows } = await sql<{ position: number }>`
    select coalesce(max(position), 0) as position from observation_batch where city_id = ${reader.cityId}`.execute(
    reader.sql,
  )
  return rows[0]?.position ?? 0
}

/** Folding goes one after another in a city: positions have no gaps and no twins. */
export async function lockFolding(tx: Tx): Promise<void> {
  await sql`select from city where city_id = ${tx.cityId} for no key update`.execute(tx.sql)
}

/** Batches that are not in the tallies, the earliest first. */
export async function listUnfolded(tx: Tx, most: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select b.id from observation_batch b where b.city_id = ${tx.cityId} and b.position is null
    order by b.recorded_at, b.id limit ${most}`.execute(tx.sql)
  return rows.map(({ id }) => id)
}

export async function listChanges(tx: Tx, batchIds: readonly string[]): Promise<FactRow[]> {
  const batches = sql`select unnest(${[...batchIds]}::uuid[])`
  return (await sql<FactRow>`${changesBy(tx, batches)}`.execute(tx.sql)).rows
}

export async function listCollectionIds(reader: Reader): Promise<string[]> {
  const rows = await reader.sql
    .selectFrom('observation_collection')
    .select('id')
    .where('city_id', '=', reader.cityId)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** All tallies of a collection, whole. */
export async function listTalliesOf(reader: Reader, collectionId: string): Promise<TallyRow[]> {
  const { rows } = await sql<TallyRow>`select ${wholeTally} from tally t
    where t.city_id = ${reader.cityId} and t.collection_id = ${collectionId}`.execute(reader.sql)
  return rows
}

/** The tallies that changes touch, whole. */
export async function listTallies(
  tx: Tx,
  keys: readonly { readonly collectionId: string; readonly criterionId: string }[],
): Promise<TallyRow[]> {
  const { rows } = await sql<TallyRow>`
    select ${wholeTally}
    from unnest(${keys.map((key) => key.collectionId)}::uuid[], ${keys.map((key) => key.criterionId)}::uuid[])
      as k (collection_id, criterion_id)
    join tally t on t.city_id = ${tx.cityId} and t.collection_id = k.collection_id and t.criterion_id = k.criterion_id`.execute(
    tx.sql,
  )
  return rows
}

export type TallyToSave = {
  readonly collectionId: string
  readonly criterionId: string
  readonly text: TallyText
}

export function saveTallies(tx: Tx, tallies: readonly TallyToSave[]): void {
  const rows = tallies.map(({ collectionId, criterionId, text: { all, parts } }) => ({
    collection_id: collectionId,
    criterion_id: criterionId,
    totals: all,
    districts: parts.district,
    subdistricts: parts.subdistrict,
    site_types: parts.siteType,
    organizations: parts.organization,
  }))
  tx.send(sql`
    insert into tally (city_id, collection_id, criterion_id, totals, districts, subdistricts, site_types, organizations)
    select ${tx.cityId}, r.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (collection_id uuid, criterion_id uuid,
      totals jsonb, districts jsonb, subdistricts jsonb, site_types jsonb, organizations jsonb)
    on conflict (city_id, collection_id, criterion_id) do update set totals = excluded.totals, districts = excluded.districts,
      subdistricts = excluded.subdistricts, site_types = excluded.site_types, organizations = excluded.organizations`)
}

/** Give batches their positions, in the order they are named. */
export function savePositions(tx: Tx, batchIds: readonly string[], first: number): void {
  tx.send(sql`
    update observation_batch b set position = ${first}::bigint + k.index - 1
    from unnest(${[...batchIds]}::uuid[]) with ordinality as k (id, index)
    where b.city_id = ${tx.cityId} and b.id = k.id`)
}
