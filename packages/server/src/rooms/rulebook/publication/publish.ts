import { type Actor, Problem, type VersionFlaw } from '@chuangcheng/domain'
import type { Locale } from '@chuangcheng/messages'
import type { Tx } from '../../../platform/database/database.ts'
import { getVersionPage, lockDraft, markPublished, recordDone } from '../../frameworks/index.ts'
import { flawsOf, flawText } from './flaws.ts'

const named = (locale: Locale, flaw: VersionFlaw): string =>
  `${flaw.node === null ? '' : `${flaw.node.code} `}${flawText(locale, flaw)}`

/**
 * Publish a draft (发布): it never changes again.
 * @throws Problem access.out-of-scope · not-found · framework.not-a-draft · changed-meanwhile · framework.flawed, which names how many
 * errors there are and the first
 */
export async function publishVersion(
  tx: Tx,
  actor: Actor,
  versionId: string,
  { basedOn, day, locale }: { readonly basedOn: number; readonly day: string; readonly locale: Locale },
) {
  const draft = await lockDraft(tx, actor, versionId)
  if (draft.revision !== basedOn) throw new Problem('changed-meanwhile', { what: 'frameworkVersion' })
  const flaws = await flawsOf(tx, draft, day)
  const errors = flaws.filter(({ severity }) => severity === 'error')
  if (errors[0])
    throw new Problem('framework.flawed', { count: errors.length, first: named(locale, errors[0]) })
  await markPublished(tx, draft)
  recordDone(tx, draft.id, 'frameworkVersion.publish', {
    before: { state: draft.state },
    after: { state: 'published', warningCount: flaws.length },
  })
  return getVersionPage(tx, draft.id)
}
