import { type Actor, may, ratesOf, roundedTo, times } from '@chuangcheng/domain'
import type { Reader } from '../../platform/database/database.ts'
import { listAssessments, listScoredRounds } from './queries.ts'
import { readScore } from './score.ts'
import { onlookerOf } from './selection.ts'

/** What somebody would ask for first (最近的得分): a mark out of a hundred with two decimals, null where nothing can be said yet. */
type LatestScore = {
  readonly assessmentId: string | null
  readonly roundId: string | null
  readonly name: string
  readonly mark: number | null
}

const HUNDRED = { numerator: 100n, denominator: 1n }

/** The score of the latest assessment, or else of the latest round, that somebody may see; null when there is none. */
export async function readLatestScore(reader: Reader, actor: Actor): Promise<LatestScore | null> {
  if (!may(actor, 'score.read')) return null
  const onlooker = onlookerOf(actor)
  const [[assessment], [round]] = await Promise.all([
    listAssessments(reader, onlooker),
    listScoredRounds(reader, onlooker),
  ])
  const latest = assessment ?? round
  if (!latest) return null
  const roundIds = assessment ? assessment.rounds.map(({ id }) => id) : [latest.id]
  const { nodes, tree } = await readScore(reader, { versionId: latest.version.id, roundIds })
  const { total } = ratesOf(nodes, tree)
  return {
    assessmentId: assessment ? assessment.id : null,
    roundId: assessment ? null : latest.id,
    name: latest.name,
    mark: total === null ? null : Number(roundedTo(times(total, HUNDRED), 2)),
  }
}
