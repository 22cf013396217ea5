import { type Actor, mustCoverCity, Problem } from '@chuangcheng/domain'
import type { Tx } from '../../../platform/database/database.ts'
import { lockChecklist } from '../actions.ts'
import { deleteChecklist } from '../queries.ts'
import { isSameContent, mustBeItemsOf, notedChange } from './content.ts'
import { keepItemsInStep } from './item-queries.ts'
import { getVersionPage, versionMissing } from './page.ts'
import {
  deleteVersion,
  findVersion,
  findVersionLocked,
  insertDrafts,
  listStandingVersions,
  listVersions,
  updateDraft,
  type Version,
  type VersionContent,
} from './queries.ts'

/**
 * Lock a version and the checklist it belongs to: everything that changes versions goes through here, one after the other.
 * @throws Problem not-found · checklist.not-a-draft
 */
export async function lockDraft(tx: Tx, id: string): Promise<Version> {
  const found = await findVersion(tx, id)
  if (!found) throw versionMissing()
  await lockChecklist(tx, found.checklistId)
  const version = await findVersionLocked(tx, id)
  if (!version) throw versionMissing()
  if (version.state !== 'draft') throw new Problem('checklist.not-a-draft')
  return version
}

/**
 * A new draft from the published version; the one that stands, if there is one.
 * @throws Problem access.out-of-scope · not-found · duplicate
 */
export async function draftChecklist(tx: Tx, actor: Actor, checklistId: string, versionId: string) {
  mustCoverCity(actor, 'checklist.edit')
  await lockChecklist(tx, checklistId)
  const standing = await listStandingVersions(tx, [checklistId])
  const draft = standing.find(({ state }) => state === 'draft')
  if (draft) return getVersionPage(tx, draft.id)
  if (await findVersion(tx, versionId)) throw new Problem('duplicate', { what: 'id', value: versionId })
  const [published] = standing
  const content = { protocol: published?.protocol ?? '', items: published?.items ?? [] }
  await insertDrafts(tx, [{ id: versionId, checklistId, ...content }])
  tx.record({
    action: 'checklist.draft',
    subjectKind: 'checklist',
    subjectId: checklistId,
    before: null,
    after: { versionId, madeFrom: published?.number ?? null, itemCount: content.items.length },
  })
  return getVersionPage(tx, versionId)
}

/**
 * Save a draft's items and protocol as a whole, from the revision the person saw.
 * @throws Problem access.out-of-scope · not-found · checklist.not-a-draft · changed-meanwhile · checklist.code-twice ·
 *   checklist.item-invalid · checklist.item-elsewhere · duplicate
 */
export async function saveDraft(
  tx: Tx,
  actor: Actor,
  id: string,
  { basedOn, ...content }: VersionContent & { readonly basedOn: number },
) {
  mustCoverCity(actor, 'checklist.edit')
  const draft = await lockDraft(tx, id)
  if (draft.revision !== basedOn) throw new Problem('changed-meanwhile', { what: 'checklist' })
  await mustBeItemsOf(tx, draft.checklistId, content.items)
  if (!isSameContent(draft, content)) await writeDraft(tx, draft, content)
  return getVersionPage(tx, id)
}

export async function writeDraft(tx: Tx, draft: Version, content: VersionContent): Promise<void> {
  await updateDraft(tx, draft.id, content)
  await keepItemsInStep(tx, [draft.checklistId])
  tx.record({
    action: 'checklist.save',
    subjectKind: 'checklist',
    subjectId: draft.checklistId,
    ...notedChange(draft, content),
  })
}

/**
 * Throw a draft away; its checklist goes too when nothing was ever published.
 * @throws Problem access.out-of-scope · not-found · checklist.not-a-draft
 */
export async function removeDraft(tx: Tx, actor: Actor, id: string): Promise<{ done: boolean }> {
  mustCoverCity(actor, 'checklist.edit')
  const { checklistId, protocol, items } = await lockDraft(tx, id)
  await deleteVersion(tx, id)
  const left = await listVersions(tx, checklistId)
  if (left.length === 0) await deleteChecklist(tx, checklistId)
  else await keepItemsInStep(tx, [checklistId])
  tx.record({
    action: left.length === 0 ? 'checklist.remove' : 'checklist.removeDraft',
    subjectKind: 'checklist',
    subjectId: checklistId,
    before: { protocol, items },
    after: null,
  })
  return { done: true }
}
