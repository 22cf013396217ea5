import {
  type Actor,
  hasFourDecimals,
  type MappingState,
  mustCoverCity,
  Problem,
  proposeTies,
} from '@chuangcheng/domain'
import type { Reader, Tx } from '../../platform/database/database.ts'
import { listItemsById, listStandingItems } from '../checklists/index.ts'
import { getVersion, listCriteria } from '../frameworks/index.ts'
import {
  copyTies,
  listTies,
  listTiesOf,
  type MappingFilter,
  replaceGuesses,
  saveTies,
  type Tie,
} from './queries.ts'

/**
 * A page of ties, each with the indicators above its criterion.
 * @throws Problem not-found · cursor.invalid
 */
export async function listMappings(reader: Reader, versionId: string, filter: MappingFilter) {
  await getVersion(reader, versionId)
  const { items, next } = await listTies(reader, versionId, filter)
  const above = new Map(
    (await listCriteria(reader, versionId)).map((criterion) => [
      criterion.id,
      criterion.above.map(({ text }) => text),
    ]),
  )
  return {
    items: items.map((row) => ({ ...row, criterionPath: above.get(row.criterionId) ?? [] })),
    next,
  }
}

const keyOf = ({ itemId, criterionId }: Pick<Tie, 'itemId' | 'criterionId'>): string =>
  `${itemId} ${criterionId}`

/**
 * Propose ties from the texts, as guesses; what a person decided stays.
 * @throws Problem access.out-of-scope · not-found
 */
export async function proposeMappings(tx: Tx, actor: Actor, versionId: string) {
  mustCoverCity(actor, 'framework.edit')
  await getVersion(tx, versionId)
  const items = (await listStandingItems(tx)).map(({ checklist, ...item }) => ({
    ...item,
    checklistName: checklist.name,
  }))
  const criteria = (await listCriteria(tx, versionId)).map(({ above, ...criterion }) => ({
    ...criterion,
    above: above.map(({ text }) => text),
  }))
  const decided = (await listTiesOf(tx, versionId)).filter(({ state }) => state !== 'guess')
  const kept = new Set(decided.map(keyOf))
  const proposed = proposeTies(items, criteria).filter((tie) => !kept.has(keyOf(tie)))
  await replaceGuesses(tx, versionId, proposed)
  const counts = { proposedCount: proposed.length, keptCount: decided.length }
  tx.record({
    action: 'mapping.propose',
    subjectKind: 'frameworkVersion',
    subjectId: versionId,
    before: null,
    after: counts,
  })
  return counts
}

export type Decision = {
  readonly itemId: string
  readonly criterionId: string
  readonly state: MappingState
  readonly weight?: number | undefined
}

/** @throws Problem not-found · mapping.criterion-elsewhere · framework.points-decimals */
async function mustBeTieable(tx: Tx, versionId: string, decisions: readonly Decision[]): Promise<void> {
  if (!decisions.every(({ weight }) => weight === undefined || hasFourDecimals(weight)))
    throw new Problem('framework.points-decimals')
  const itemIds = new Set(decisions.map(({ itemId }) => itemId))
  const known = await listItemsById(tx, [...itemIds])
  if (known.length < itemIds.size) throw new Problem('not-found', { what: 'checklistItem' })
  const criterionIds = new Set((await listCriteria(tx, versionId)).map(({ id }) => id))
  if (!decisions.every(({ criterionId }) => criterionIds.has(criterionId)))
    throw new Problem('mapping.criterion-elsewhere')
}

/**
 * Confirm, refuse or make ties; of two decisions about the same tie the later counts. Also after publication, where the log says so.
 * @throws Problem access.out-of-scope · not-found · mapping.criterion-elsewhere · framework.points-decimals
 */
export async function decideMappings(
  tx: Tx,
  actor: Actor,
  versionId: string,
  decisions: readonly Decision[],
) {
  mustCoverCity(actor, 'framework.edit')
  const version = await getVersion(tx, versionId)
  await mustBeTieable(tx, versionId, decisions)
  const itemIds = [...new Set(decisions.map(({ itemId }) => itemId))]
  const stored = new Map((await listTiesOf(tx, versionId, itemIds)).map((tie) => [keyOf(tie), tie]))
  const wanted = new Map(decisions.map((decision) => [keyOf(decision), decision]))
  const changed = [...wanted].flatMap(([key, decision]) => {
    const before = stored.get(key) ?? null
    const after = decided(decision, before)
    return before && before.state === after.state && before.weight === after.weight ? [] : [{ before, after }]
  })
  if (changed.length > 0) {
    await saveTies(
      tx,
      versionId,
      changed.map(({ after }) => after),
    )
    tx.record({
      action: 'mapping.decide',
      subjectKind: 'frameworkVersion',
      subjectId: versionId,
      before: { ties: changed.flatMap(({ before }) => before ?? []) },
      after: { versionState: version.state, ties: changed.map(({ after }) => after) },
    })
  }
  return { changedCount: changed.length }
}

const decided = ({ itemId, criterionId, state, weight }: Decision, before: Tie | null): Tie => ({
  itemId,
  criterionId,
  state,
  weight: weight ?? before?.weight ?? 1,
  likeness: before?.likeness ?? null,
})

/**
 * Ties go over from one version to the next, with what was decided about them. Answers how many.
 * @param criterionIds the criteria of the old version that go on, each with the one that continues it
 */
export const carryOverMappings = (
  tx: Tx,
  criterionIds: ReadonlyMap<string, string>,
  fromVersionId: string,
  toVersionId: string,
): Promise<number> => copyTies(tx, criterionIds, fromVersionId, toVersionId)
