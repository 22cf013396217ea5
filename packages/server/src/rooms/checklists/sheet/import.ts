import { Problem } from '@chuangcheng/domain'
import { v7 as uuidv7 } from 'uuid'
import type { Tx } from '../../../platform/database/database.ts'
import { importKind } from '../../imports/index.ts'
import { checklistAdded, checklistChanged } from '../actions.ts'
import { saveChecklists } from '../queries.ts'
import { lockDraft, writeDraft } from '../versions/drafts.ts'
import { keepItemsInStep } from '../versions/item-queries.ts'
import { insertDrafts, type Version } from '../versions/queries.ts'
import { CHECKLIST_COLUMNS } from './columns.ts'
import { decide, type Plan, type PlannedChecklist } from './decide.ts'

/** @throws Problem changed-meanwhile · checklist.not-a-draft when somebody was faster */
async function replaceDraft(tx: Tx, draft: Version, { content }: PlannedChecklist): Promise<void> {
  const locked = await lockDraft(tx, draft.id)
  if (locked.revision !== draft.revision) throw new Problem('changed-meanwhile', { what: 'checklist' })
  if (content) await writeDraft(tx, locked, content)
}

async function addDrafts(tx: Tx, planned: readonly PlannedChecklist[]): Promise<void> {
  const drafts = planned.flatMap(({ after, draft, content }) =>
    content && !draft ? [{ id: uuidv7(), checklistId: after.id, ...content }] : [],
  )
  await insertDrafts(tx, drafts)
  const ids = drafts.map(({ checklistId }) => checklistId)
  await keepItemsInStep(tx, ids)
  const known = new Set(planned.filter(({ before }) => before !== null).map(({ after }) => after.id))
  tx.record(
    ...drafts
      .filter(({ checklistId }) => known.has(checklistId))
      .map(({ id, checklistId, items }) => ({
        action: 'checklist.draft',
        subjectKind: 'checklist',
        subjectId: checklistId,
        before: null,
        after: { versionId: id, itemCount: items.length },
      })),
  )
}

async function apply(tx: Tx, { planned }: Plan): Promise<void> {
  const saved = planned.filter(({ before, after }) => before !== after)
  await saveChecklists(
    tx,
    saved.map(({ after }) => after),
  )
  tx.record(
    ...saved.map(({ before, after, content }) =>
      before ? checklistChanged(before, after) : checklistAdded(after, content?.items.length ?? 0),
    ),
  )
  await addDrafts(tx, planned)
  for (const each of planned) {
    if (each.draft && each.content) await replaceDraft(tx, each.draft, each)
  }
}

/**
 * Checklists from Excel or CSV (导入检查表), one item a row: of a known checklist its draft is replaced, made anew where there is none, so
 * that what is in use stays as it is; a new code adds a checklist.
 */
export const checklistImport = importKind({
  kind: 'Checklists',
  subjectKind: 'checklist',
  columns: CHECKLIST_COLUMNS,
  needsDatum: false,
  decide,
  apply,
})
