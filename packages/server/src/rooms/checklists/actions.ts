import { type Actor, type ChecklistKind, mustCoverCity, Problem } from '@chuangcheng/domain'
import type { Reader, Tx } from '../../platform/database/database.ts'
import {
  type Checklist,
  type ChecklistFilter,
  type ChecklistRow,
  findChecklistLocked,
  listChecklists,
  listTypesWithout,
  saveChecklists,
} from './queries.ts'
import { insertDrafts, listVersions } from './versions/queries.ts'

const missing = () => new Problem('not-found', { what: 'checklist' })

export async function getChecklistRow(reader: Reader, id: string): Promise<ChecklistRow> {
  const [checklist] = await listChecklists(reader, { id })
  if (!checklist) throw missing()
  return checklist
}

/** @throws Problem not-found */
export async function getChecklistPage(reader: Reader, id: string) {
  return { ...(await getChecklistRow(reader, id)), versions: await listVersions(reader, id) }
}

/** @throws Problem not-found */
export async function lockChecklist(tx: Tx, id: string): Promise<Checklist & { readonly revision: number }> {
  const checklist = await findChecklistLocked(tx, id)
  if (!checklist) throw missing()
  return checklist
}

export async function findChecklists(reader: Reader, filter: Omit<ChecklistFilter, 'id'>) {
  return { items: await listChecklists(reader, filter), typesWithout: await listTypesWithout(reader) }
}

type SaidChecklist = {
  readonly code: string
  readonly name: string
  readonly kind: ChecklistKind
  readonly siteTypeIds: readonly string[]
}

/** What the audit log says of a checklist. */
export const notedChecklist = ({ code, name, kind, siteTypeIds, retired }: Checklist) => ({
  code,
  name,
  kind,
  siteTypeIds: [...siteTypeIds].sort(),
  retired,
})

export const checklistAdded = (checklist: Checklist, itemCount: number) => ({
  action: 'checklist.add',
  subjectKind: 'checklist',
  subjectId: checklist.id,
  before: null,
  after: { ...notedChecklist(checklist), itemCount },
})

export const checklistChanged = (before: Checklist, after: Checklist) => ({
  action: 'checklist.change',
  subjectKind: 'checklist',
  subjectId: before.id,
  before: notedChecklist(before),
  after: notedChecklist(after),
})

/**
 * Add a checklist or a standard, with an empty draft. The same request again is answered as the first time.
 * @throws Problem access.out-of-scope · duplicate · not-found
 */
export async function addChecklist(
  tx: Tx,
  actor: Actor,
  { id, versionId, ...said }: SaidChecklist & { readonly id: string; readonly versionId: string },
): Promise<ChecklistRow> {
  mustCoverCity(actor, 'checklist.edit')
  const checklist: Checklist = { id, ...said, retired: false }
  const stored = await findChecklistLocked(tx, id)
  if (stored && !isSame(stored, checklist)) throw new Problem('duplicate', { what: 'id', value: id })
  if (!stored) {
    await saveChecklists(tx, [checklist])
    await insertDrafts(tx, [{ id: versionId, checklistId: id, protocol: '', items: [] }])
    tx.record(checklistAdded(checklist, 0))
  }
  return getChecklistRow(tx, id)
}

const isSame = (a: Checklist, b: Checklist): boolean =>
  JSON.stringify(notedChecklist(a)) === JSON.stringify(notedChecklist(b))

type ChecklistChange = { readonly [F in keyof Omit<Checklist, 'id'>]?: Checklist[F] | undefined }

/**
 * Change what a checklist is called and belongs to, or retire it, from the revision the person saw.
 * @throws Problem access.out-of-scope · not-found · changed-meanwhile · duplicate
 */
export async function changeChecklist(
  tx: Tx,
  actor: Actor,
  id: string,
  { basedOn, ...change }: ChecklistChange & { readonly basedOn: number },
) {
  mustCoverCity(actor, 'checklist.edit')
  const { revision, ...before } = await lockChecklist(tx, id)
  if (revision !== basedOn) throw new Problem('changed-meanwhile', { what: 'checklist' })
  const after: Checklist = {
    id,
    code: change.code ?? before.code,
    name: change.name ?? before.name,
    kind: change.kind ?? before.kind,
    siteTypeIds: change.siteTypeIds ?? before.siteTypeIds,
    retired: change.retired ?? before.retired,
  }
  if (!isSame(before, after)) {
    await saveChecklists(tx, [after])
    tx.record(checklistChanged(before, after))
  }
  return getChecklistPage(tx, id)
}
