import { byId, type Fraction, lossAtPlace } from '@chuangcheng/domain'
import type { Score } from '../../assessments/index.ts'
import type { StandingObservation } from '../../observations/index.ts'
import { descending, nodeName } from './items.ts'

/** An observation and what was lost by it (单次观测失分). */
export type Loss = {
  readonly seen: StandingObservation
  readonly lost: Fraction
  readonly criterionId: string
  readonly criterionName: string
}

export const lossKey = ({ batchId, number }: StandingObservation): string => `${batchId}/${number}`

const shareOf = ({ numerator, denominator }: StandingObservation): Fraction | null =>
  numerator === null || denominator === null
    ? null
    : { numerator: BigInt(numerator), denominator: BigInt(denominator) }

const fellShort = ({ outcome, numerator, denominator }: StandingObservation): boolean =>
  outcome === 'problem' || numerator !== denominator

/** Of equal losses that of a visit comes first: there may be a photo of it. */
const inOrder = (a: Loss, b: Loss): number =>
  descending(a.lost, b.lost) ||
  Number(a.seen.source !== 'visit') - Number(b.seen.source !== 'visit') ||
  (lossKey(a.seen) < lossKey(b.seen) ? -1 : 1)

/** Every observation that lost something, the greatest loss first. */
export function lossesOf(score: Score, standing: readonly StandingObservation[]): Loss[] {
  const nodes = byId(score.nodes)
  const losses = standing.filter(fellShort).flatMap((seen): Loss[] => {
    const criterionId = seen.criterionId ?? ''
    const [node, scored, tally] = [
      nodes.get(criterionId),
      score.tree.criteria.get(criterionId),
      score.tallies.get(criterionId),
    ]
    if (!node || !scored || !tally) return []
    const lost = lossAtPlace(scored, tally, { ...seen, share: shareOf(seen) })
    return lost.numerator > 0n ? [{ seen, lost, criterionId, criterionName: nodeName(node) }] : []
  })
  return losses.sort(inOrder)
}
