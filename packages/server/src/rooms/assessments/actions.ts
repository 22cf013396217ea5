import { type Actor, type AssessmentKind, mustCoverCity, Problem } from '@chuangcheng/domain'
import type { Tx } from '../../platform/database/database.ts'
import {
  type Assessment,
  findAssessment,
  insertAssessment,
  lockAssessment,
  saveAssessment,
  saveRounds,
} from './queries.ts'
import { onlookerOf, selectRounds } from './selection.ts'

const noted = ({ name, kind, version, rounds }: Assessment) => ({
  name,
  kind,
  version,
  rounds: rounds.map((round) => round.name),
})

const sameIds = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id) => b.includes(id))

const roundIdsOf = ({ rounds }: Assessment): string[] => rounds.map(({ id }) => id)

async function getAssessment(tx: Tx, actor: Actor, id: string): Promise<Assessment> {
  const found = await findAssessment(tx, onlookerOf(actor), id)
  if (!found) throw new Problem('not-found', { what: 'assessment' })
  return found
}

type NewAssessment = {
  readonly id: string
  readonly name: string
  readonly kind: AssessmentKind
  readonly roundIds: readonly string[]
}

/**
 * Score rounds of one version together; a request that is repeated gets the first answer.
 * @throws Problem access.out-of-scope · not-found · duplicate · score.rounds-of-versions
 */
export async function addAssessment(tx: Tx, actor: Actor, order: NewAssessment): Promise<Assessment> {
  mustCoverCity(actor, 'assessment.edit')
  const { id, name, kind, roundIds } = order
  const known = await findAssessment(tx, onlookerOf(actor), id)
  if (known) {
    const isSame = known.name === name && known.kind === kind && sameIds(roundIdsOf(known), roundIds)
    if (isSame) return known
    throw new Problem('duplicate', { what: 'id', value: id })
  }
  const { version } = await selectRounds(tx, onlookerOf(actor), roundIds)
  await insertAssessment(tx, { id, versionId: version.id, name, kind })
  await saveRounds(tx, id, roundIds)
  const after = await getAssessment(tx, actor, id)
  tx.record({
    action: 'assessment.add',
    subjectKind: 'assessment',
    subjectId: id,
    before: null,
    after: noted(after),
  })
  return after
}

type AssessmentChange = {
  readonly basedOn: number
  readonly name?: string | undefined
  readonly kind?: AssessmentKind | undefined
  readonly roundIds?: readonly string[] | undefined
}

/** Other rounds have to be of the version that the assessment has. @throws Problem not-found · score.rounds-of-versions */
async function mustStayWithVersion(
  tx: Tx,
  actor: Actor,
  { version }: Assessment,
  roundIds: readonly string[],
): Promise<void> {
  const chosen = await selectRounds(tx, onlookerOf(actor), roundIds)
  if (chosen.version.id === version.id) return
  const names = [version, chosen.version].map(({ frameworkName, label }) => `${frameworkName} ${label}`)
  throw new Problem('score.rounds-of-versions', { versions: names.join('、') })
}

/**
 * Change name, kind or rounds.
 * @throws Problem not-found · changed-meanwhile · access.out-of-scope · duplicate · score.rounds-of-versions
 */
export async function changeAssessment(
  tx: Tx,
  actor: Actor,
  id: string,
  change: AssessmentChange,
): Promise<Assessment> {
  await lockAssessment(tx, id)
  const before = await getAssessment(tx, actor, id)
  mustCoverCity(actor, 'assessment.edit')
  if (before.revision !== change.basedOn) throw new Problem('changed-meanwhile', { what: 'assessment' })
  if (change.roundIds !== undefined) {
    await mustStayWithVersion(tx, actor, before, change.roundIds)
    await saveRounds(tx, id, change.roundIds)
  }
  await saveAssessment(tx, { id, name: change.name ?? before.name, kind: change.kind ?? before.kind })
  const after = await getAssessment(tx, actor, id)
  tx.record({
    action: 'assessment.change',
    subjectKind: 'assessment',
    subjectId: id,
    before: noted(before),
    after: noted(after),
  })
  return after
}
