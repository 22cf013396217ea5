import { isLookedAt } from '@chuangcheng/domain'
import type { Reader } from '../../platform/database/database.ts'
import { listStandingItems } from '../checklists/index.ts'
import { getVersion, listCriteria } from '../frameworks/index.ts'
import { listTiesOf, type Tie } from './queries.ts'

function countBy(
  ties: readonly Tie[],
  state: Tie['state'],
  idOf: (tie: Tie) => string,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const tie of ties) if (tie.state === state) counts.set(idOf(tie), (counts.get(idOf(tie)) ?? 0) + 1)
  return counts
}

/**
 * Both ways (覆盖): criteria to be looked at on site that no item observes, and items that feed no criterion. Only confirmed ties count.
 * @throws Problem not-found
 */
export async function getCoverage(reader: Reader, versionId: string) {
  await getVersion(reader, versionId)
  const [items, criteria] = [await listStandingItems(reader), await listCriteria(reader, versionId)]
  const standing = new Set(items.map(({ id }) => id))
  const ties = (await listTiesOf(reader, versionId)).filter(({ itemId }) => standing.has(itemId))
  const ofItem = (tie: Tie) => tie.itemId
  const ofCriterion = (tie: Tie) => tie.criterionId
  const feeding = countBy(ties, 'confirmed', ofItem)
  const observed = countBy(ties, 'confirmed', ofCriterion)
  const guessesOfItem = countBy(ties, 'guess', ofItem)
  const guessesOfCriterion = countBy(ties, 'guess', ofCriterion)
  const inspected = criteria.filter(({ methods }) => isLookedAt(methods))
  const unobserved = inspected.filter(({ id }) => !observed.has(id))
  const feedingNothing = items.filter(({ id }) => !feeding.has(id))
  return {
    confirmedCount: ties.filter(({ state }) => state === 'confirmed').length,
    guessCount: ties.filter(({ state }) => state === 'guess').length,
    observedCriterionCount: inspected.length - unobserved.length,
    inspectedCriterionCount: inspected.length,
    feedingItemCount: items.length - feedingNothing.length,
    itemCount: items.length,
    unobserved: unobserved.map(({ id, code, text }) => ({
      id,
      code,
      text,
      guessCount: guessesOfCriterion.get(id) ?? 0,
    })),
    feedingNothing: feedingNothing.map(({ id, code, text, checklist }) => ({
      id,
      code,
      text,
      checklist,
      guessCount: guessesOfItem.get(id) ?? 0,
    })),
  }
}
