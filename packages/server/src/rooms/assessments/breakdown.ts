import {
  type Actor,
  lossesBy,
  NO_KEY,
  type PartScore,
  type Scope,
  type ScoringNode,
  scopeOf,
  scoresBy,
  type TallyDimension,
  ZERO,
} from '@chuangcheng/domain'
import type { Reader } from '../../platform/database/database.ts'
import { exact, exactOrNull } from './exact.ts'
import { listNames, type NamedPart } from './name-queries.ts'
import { type RoundsToScore, readScore, type Score } from './score.ts'

/** A district, street, site type or organization with its score and what it lost (分项得分与失分). */
export type Part = Omit<PartScore, 'key'> & {
  /** null: nobody answers, or the place has none */
  readonly id: string | null
  readonly name: string
  readonly lost: typeof ZERO
}

const nothing = (key: string): PartScore => ({
  key,
  observations: 0,
  stake: ZERO,
  earned: ZERO,
  score: null,
  problems: 0,
  deductions: ZERO,
})

/** Scores and losses together, by the order of the register; what has no key comes last. */
export async function partsOf(
  reader: Reader,
  dimension: TallyDimension,
  { nodes, tallies, tree }: Pick<Score, 'nodes' | 'tallies' | 'tree'>,
): Promise<(Part & { readonly seat: NamedPart | null })[]> {
  const scores = new Map(scoresBy(dimension, nodes as ScoringNode[], tallies).map((one) => [one.key, one]))
  const losses = lossesBy(dimension, tree, tallies)
  const keys = [...new Set([...scores.keys(), ...losses.keys()])]
  const names = await listNames(
    reader,
    dimension,
    keys.filter((key) => key !== NO_KEY),
  )
  const parts = names.map((seat) => ({ seat, key: seat.id, id: seat.id as string | null, name: seat.name }))
  const unnamed = keys.includes(NO_KEY) ? [{ seat: null, key: NO_KEY, id: null, name: '' }] : []
  return [...parts, ...unnamed].map(({ key, ...part }) => {
    const { key: _, ...score } = scores.get(key) ?? nothing(key)
    return { ...part, ...score, lost: losses.get(key) ?? ZERO }
  })
}

/** Whether a row may be shown: types to everybody; areas and organizations within the scope; what belongs to nobody to the whole city. */
function isShown(scope: Scope, dimension: TallyDimension, seat: NamedPart | null): boolean {
  if (scope.everything || (dimension === 'siteType' && seat !== null)) return true
  if (seat === null) return false
  if (dimension === 'organization')
    return scope.organizationIds.has(seat.id) || (seat.areaId !== null && scope.areaIds.has(seat.areaId))
  return scope.areaIds.has(seat.id) || scope.seatAreaIds.has(seat.id)
}

/** A part of a breakdown as it is answered. */
export const partView = (part: Part) => ({
  id: part.id,
  name: part.name,
  earned: exact(part.earned),
  stake: exact(part.stake),
  score: exactOrNull(part.score),
  deductions: exact(part.deductions),
  lost: exact(part.lost),
  observationCount: part.observations,
  problemCount: part.problems,
})

/** A breakdown as far as somebody may see it. */
export async function breakdownView(
  reader: Reader,
  actor: Actor,
  dimension: TallyDimension,
  rounds: RoundsToScore,
) {
  const score = await readScore(reader, rounds, [dimension])
  const scope = scopeOf(actor, 'score.read')
  const parts = await partsOf(reader, dimension, score)
  const shown = parts.filter(({ seat }) => isShown(scope, dimension, seat))
  return {
    by: dimension,
    lost: exact(score.tree.total.lost),
    complete: shown.length === parts.length,
    rows: shown.map(partView),
  }
}
