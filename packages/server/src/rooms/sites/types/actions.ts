import { type Actor, mustCover, Problem, scopeOf } from '@chuangcheng/domain'
import type { Reader, Tx } from '../../../platform/database/database.ts'
import { listTypes, lockType, type SiteType, type SiteTypeRow, saveTypes } from './queries.ts'

/** Types belong to the whole city: only whoever may edit them everywhere may edit them. */
export const WHOLE_CITY = { areaId: null, organizationIds: [] } as const

async function getType(reader: Reader, actor: Actor, id: string): Promise<SiteTypeRow> {
  const [type] = await listTypes(reader, scopeOf(actor, 'site.read'), id)
  if (!type) throw new Problem('not-found', { what: 'siteType' })
  return type
}

const notedType = ({ code, name, category, description, retired }: SiteType) => ({
  code,
  name,
  category,
  description,
  retired,
})

const isSameType = (a: SiteType, b: SiteType): boolean =>
  JSON.stringify(notedType(a)) === JSON.stringify(notedType(b))

/**
 * Add a type of sites. The same request again is answered as the first time.
 * @throws Problem access.out-of-scope · duplicate
 */
export async function addType(tx: Tx, actor: Actor, said: Omit<SiteType, 'retired'>): Promise<SiteTypeRow> {
  mustCover(actor, 'siteType.edit', WHOLE_CITY)
  const type = { ...said, retired: false }
  const stored = await lockType(tx, type.id)
  if (stored && !isSameType(stored, type)) throw new Problem('duplicate', { what: 'id', value: type.id })
  if (!stored) {
    await saveTypes(tx, [type])
    tx.record({
      action: 'siteType.add',
      subjectKind: 'siteType',
      subjectId: type.id,
      before: null,
      after: notedType(type),
    })
  }
  return getType(tx, actor, type.id)
}

/** A site is found by the name of its type: the sites of those that have a new one are put into the search again, later. */
export async function typesRenamed(
  tx: Tx,
  saved: readonly { readonly before: SiteType | null; readonly after: SiteType }[],
): Promise<void> {
  const renamed = saved.filter(({ before, after }) => before !== null && before.name !== after.name)
  const typeIds = renamed.map(({ after }) => after.id)
  if (typeIds.length > 0) await tx.later('sites:nameAnew', { cityId: tx.cityId, typeIds, areaIds: [] })
}

type TypeChange = { readonly [F in keyof Omit<SiteType, 'id'>]?: SiteType[F] | undefined }

/**
 * Change or retire a type of sites, from the revision the person saw.
 * @throws Problem access.out-of-scope · not-found · changed-meanwhile · duplicate
 */
export async function changeType(
  tx: Tx,
  actor: Actor,
  id: string,
  { basedOn, ...change }: TypeChange & { readonly basedOn: number },
): Promise<SiteTypeRow> {
  mustCover(actor, 'siteType.edit', WHOLE_CITY)
  const stored = await lockType(tx, id)
  if (!stored) throw new Problem('not-found', { what: 'siteType' })
  if (stored.revision !== basedOn) throw new Problem('changed-meanwhile', { what: 'siteType' })
  const after = laidOver(stored, change)
  if (!isSameType(stored, after)) {
    await saveTypes(tx, [after])
    await typesRenamed(tx, [{ before: stored, after }])
    tx.record({
      action: 'siteType.change',
      subjectKind: 'siteType',
      subjectId: id,
      before: notedType(stored),
      after: notedType(after),
    })
  }
  return getType(tx, actor, id)
}

const laidOver = (before: SiteType, change: TypeChange): SiteType => ({
  id: before.id,
  code: change.code ?? before.code,
  name: change.name ?? before.name,
  category: change.category ?? before.category,
  description: change.description ?? before.description,
  retired: change.retired ?? before.retired,
})
