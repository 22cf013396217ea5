import { type Actor, mustCoverCity, Problem } from '@chuangcheng/domain'
import type { Locale } from '@chuangcheng/messages'
import type { Tx } from '../../../platform/database/database.ts'
import { problemText } from '../../../platform/http/problem-text.ts'
import { listChecklists } from '../queries.ts'
import { mustBeSound } from './content.ts'
import { lockDraft } from './drafts.ts'
import { keepItemsInStep } from './item-queries.ts'
import { getVersionPage } from './page.ts'
import { replacePublished, type Version } from './queries.ts'

function mustBePublishable({ items }: Version): void {
  if (items.length === 0) throw new Problem('checklist.empty')
  mustBeSound(items)
}

async function publish(tx: Tx, draft: Version): Promise<void> {
  await replacePublished(tx, draft)
  await keepItemsInStep(tx, [draft.checklistId])
  tx.record({
    action: 'checklist.publish',
    subjectKind: 'checklist',
    subjectId: draft.checklistId,
    before: null,
    after: { number: draft.number, versionId: draft.id, itemCount: draft.items.length },
  })
}

/**
 * Publish a draft from the revision the person saw: it never changes again, and the version before it is withdrawn.
 * @throws Problem access.out-of-scope · not-found · checklist.not-a-draft · changed-meanwhile · checklist.empty · checklist.item-invalid
 */
export async function publishVersion(tx: Tx, actor: Actor, id: string, basedOn: number) {
  mustCoverCity(actor, 'checklist.edit')
  const draft = await lockDraft(tx, id)
  if (draft.revision !== basedOn) throw new Problem('changed-meanwhile', { what: 'checklist' })
  mustBePublishable(draft)
  await publish(tx, draft)
  return getVersionPage(tx, id)
}

function refusalOf(draft: Version): Problem | null {
  try {
    mustBePublishable(draft)
    return null
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
}

/**
 * Publish every draft of a checklist in use that can be; the others are named with their reason, in the reader's language.
 * @throws Problem access.out-of-scope
 */
export async function publishAll(tx: Tx, actor: Actor, locale: Locale) {
  mustCoverCity(actor, 'checklist.edit')
  const refused: { id: string; name: string; text: string }[] = []
  let publishedCount = 0
  for (const { id, name, retired, draft } of await listChecklists(tx, {})) {
    if (!draft || retired) continue
    const version = await lockDraft(tx, draft.id)
    const refusal = refusalOf(version)
    if (refusal) refused.push({ id, name, text: problemText(locale, refusal.code, refusal.params) })
    else {
      await publish(tx, version)
      publishedCount += 1
    }
  }
  return { publishedCount, refused }
}
