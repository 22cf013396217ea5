import type { CampaignKind, VersionState } from '@chuangcheng/domain'
import { sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/database/database.ts'

/** A framework (测评体系) of a campaign. */
export type Framework = { readonly id: string; readonly name: string; readonly campaign: CampaignKind }

/** What a person says of a version. */
export type VersionWords = {
  readonly label: string
  readonly year: number
  readonly levelNames: string[]
  readonly totalPoints: number | null
}

/** A version of a framework (测评体系版本). */
export type FrameworkVersion = VersionWords & {
  readonly id: string
  readonly frameworkId: string
  readonly state: VersionState
  readonly madeFromId: string | null
  readonly publishedAt: string | null
  readonly updatedAt: string
  /** rises with every change of the version or its tree */
  readonly revision: number
}

export type NewVersion = Omit<FrameworkVersion, 'state' | 'publishedAt' | 'updatedAt' | 'revision'>

const versionColumns = [
  'v.id',
  'v.framework_id as frameworkId',
  'v.label',
  'v.year',
  'v.state',
  'v.level_names as levelNames',
  'v.total_points as totalPoints',
  'v.made_from_id as madeFromId',
  'v.published_at as publishedAt',
  'v.updated_at as updatedAt',
  'v.revision',
] as const

const selectVersions = (reader: Reader) =>
  reader.sql
    .selectFrom('framework_version as v')
    .select([...versionColumns])
    .where('v.city_id', '=', reader.cityId)

/** A version of the city, or null. */
export const findVersion = async (reader: Reader, id: string): Promise<FrameworkVersion | null> =>
  (await selectVersions(reader).where('v.id', '=', id).executeTakeFirst()) ?? null

/** Lock a version, and with it its tree, for a change. */
export const findVersionLocked = async (tx: Tx, id: string): Promise<FrameworkVersion | null> =>
  (await selectVersions(tx).where('v.id', '=', id).forUpdate().executeTakeFirst()) ?? null

const frameworkColumns = ['id', 'name', 'campaign', 'revision'] as const

/** Frameworks by name, each with its versions, the latest first. */
export async function listFrameworks(reader: Reader, id: string | null = null) {
  let frameworks = reader.sql
    .selectFrom('framework')
    .select([...frameworkColumns])
    .where('city_id', '=', reader.cityId)
    .orderBy('name')
  let versions = selectVersions(reader)
    .select(
      sql<number>`(select count(*) from framework_node n where n.city_id = v.city_id and n.version_id = v.id
        and n.kind = 'criterion')`.as('criterionCount'),
    )
    .orderBy('v.year', 'desc')
    .orderBy('v.created_at', 'desc')
  if (id !== null) {
    frameworks = frameworks.where('id', '=', id)
    versions = versions.where('v.framework_id', '=', id)
  }
  const found = await versions.execute()
  return (await frameworks.execute()).map((framework) => ({
    ...framework,
    versions: found.filter((version) => version.frameworkId === framework.id),
  }))
}

export const findFrameworkLocked = (tx: Tx, id: string) =>
  tx.sql
    .selectFrom('framework')
    .select([...frameworkColumns])
    .where('city_id', '=', tx.cityId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export async function insertFramework(tx: Tx, { id, name, campaign }: Framework): Promise<void> {
  await tx.sql
    .insertInto('framework')
    .values({ city_id: tx.cityId, id, name, campaign, created_at: tx.now })
    .execute()
}

export async function updateFramework(tx: Tx, { id, name, campaign }: Framework): Promise<void> {
  await tx.sql
    .updateTable('framework')
    .set((eb) => ({ name, campaign, revision: eb('revision', '+', 1) }))
    .where('city_id', '=', tx.cityId)
    .where('id', '=', id)
    .execute()
}

const wordsOf = ({ label, year, levelNames, totalPoints }: VersionWords) => ({
  label,
  year,
  level_names: [...levelNames],
  total_points: totalPoints,
})

export async function insertVersion(tx: Tx, version: NewVersion): Promise<void> {
  await tx.sql
    .insertInto('framework_version')
    .values({
      city_id: tx.cityId,
      id: version.id,
      framework_id: version.frameworkId,
      ...wordsOf(version),
      made_from_id: version.madeFromId,
      created_at: tx.now,
      updated_at: tx.now,
    })
    .execute()
}

const updating = (tx: Tx, id: string) =>
  tx.sql
    .updateTable('framework_version')
    .set((eb) => ({ updated_at: tx.now, revision: eb('revision', '+', 1) }))
    .where('city_id', '=', tx.cityId)
    .where('id', '=', id)

/** The version became another one: something in its tree changed. */
export async function touchVersion(tx: Tx, id: string): Promise<void> {
  await updating(tx, id).execute()
}

export async function updateVersion(tx: Tx, id: string, words: VersionWords): Promise<void> {
  await updating(tx, id).set(wordsOf(words)).execute()
}

export async function updateState(tx: Tx, id: string, state: VersionState): Promise<void> {
  const published = { published_at: tx.now, published_by: tx.author.userId }
  await updating(tx, id)
    .set({ state, ...(state === 'published' ? published : {}) })
    .execute()
}

/** Remove a version with its tree; its framework goes too when nothing is left of it. Answers whether it went. */
export async function deleteVersion(tx: Tx, { id, frameworkId }: FrameworkVersion): Promise<boolean> {
  await tx.sql.deleteFrom('framework_version').where('city_id', '=', tx.cityId).where('id', '=', id).execute()
  const { numDeletedRows } = await tx.sql
    .deleteFrom('framework as f')
    .where('f.city_id', '=', tx.cityId)
    .where('f.id', '=', frameworkId)
    .where(
      sql<boolean>`not exists (select from framework_version v where v.city_id = f.city_id and v.framework_id = f.id)`,
    )
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}

/** What the page of a version names: its framework, who published it, what it was made from. */
export async function aroundVersion(reader: Reader, id: string) {
  const { rows } = await sql<{
    frameworkName: string
    campaign: CampaignKind
    publishedByName: string | null
    madeFromLabel: string | null
  }>`
    select f.name as "frameworkName", f.campaign, u.name as "publishedByName", m.label as "madeFromLabel"
    from framework_version v
    join framework f on f.city_id = v.city_id and f.id = v.framework_id
    left join user_account u on u.city_id = v.city_id and u.id = v.published_by
    left join framework_version m on m.city_id = v.city_id and m.id = v.made_from_id
    where v.city_id = ${reader.cityId} and v.id = ${id}`.execute(reader.sql)
  return rows[0]
}
