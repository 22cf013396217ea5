import { type Actor, Problem } from '@chuangcheng/domain'
import type { Tx } from '../../../platform/database/database.ts'
import { localDay } from '../../../platform/local-day.ts'
import { lockDraft, markPublished, recordDone } from '../../frameworks/index.ts'
import { flawsOf, flawText } from './flaws.ts'

/**
 * Publish a version that was made from what others observed (由观测表生成并发布). Everything that keeps any version from being published keeps this
 * one too, with one exception: its criteria need no lead. Who answered stands in every observed row; a duty made up from rows of one round
 * would decide about all later ones.
 * @param actor null: the system itself, at the command line
 * @returns how many criteria nobody leads
 * @throws Problem access.out-of-scope · not-found · framework.not-a-draft · framework.flawed
 */
export async function publishMade(tx: Tx, actor: Actor | null, versionId: string): Promise<number> {
  const draft = await lockDraft(tx, actor, versionId)
  const flaws = await flawsOf(tx, draft, localDay(new Date(tx.now)))
  const errors = flaws.filter(({ severity, code }) => severity === 'error' && code !== 'lead-missing')
  const [first] = errors
  if (first) throw new Problem('framework.flawed', { count: errors.length, first: flawText('zh-CN', first) })
  const leadlessCount = flaws.filter(({ code }) => code === 'lead-missing').length
  await markPublished(tx, draft)
  recordDone(tx, draft.id, 'frameworkVersion.publish', {
    before: { state: draft.state },
    after: { state: 'published', madeFrom: 'observationSheet', leadlessCount },
  })
  return leadlessCount
}
