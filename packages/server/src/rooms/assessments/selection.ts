import { type Actor, type AssessmentKind, Problem, scopeOf } from '@chuangcheng/domain'
import type { Reader } from '../../platform/database/database.ts'
import { findAssessment, listScoredRounds, type Onlooker, type ScoredRound } from './queries.ts'

/** What is scored: rounds of one version, by themselves or as an assessment. */
export type Selection = {
  readonly assessment: { readonly id: string; readonly name: string; readonly kind: AssessmentKind } | null
  readonly version: { readonly id: string; readonly label: string; readonly frameworkName: string }
  readonly rounds: readonly ScoredRound[]
}

type Choice = { readonly assessmentId?: string | undefined; readonly rounds?: string | undefined }

/** Who plans rounds for the whole city sees covert ones too. */
export const onlookerOf = (actor: Actor): Onlooker =>
  scopeOf(actor, 'round.plan').everything ? { everything: true } : { everything: false, userId: actor.userId }

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u

/** @throws Problem not-found · score.nothing-chosen · score.rounds-of-versions */
export async function selectRounds(
  reader: Reader,
  onlooker: Onlooker,
  given: readonly string[],
): Promise<Pick<Selection, 'version' | 'rounds'>> {
  const ids = [...new Set(given)]
  if (ids.length === 0) throw new Problem('score.nothing-chosen')
  if (!ids.every((id) => UUID.test(id))) throw new Problem('not-found', { what: 'round' })
  const rounds = await listScoredRounds(reader, onlooker, ids)
  if (rounds.length < ids.length) throw new Problem('not-found', { what: 'round' })
  const versions = new Map(rounds.map(({ version }) => [version.id, version]))
  const [version, ...others] = versions.values()
  if (!version) throw new Problem('score.nothing-chosen')
  if (others.length > 0) {
    const names = [version, ...others].map(({ frameworkName, label }) => `${frameworkName} ${label}`)
    throw new Problem('score.rounds-of-versions', { versions: names.join('、') })
  }
  return { version, rounds: rounds.map(({ id, name, kind }) => ({ id, name, kind })) }
}

/** @throws Problem not-found · score.nothing-chosen · score.rounds-of-versions */
export async function select(
  reader: Reader,
  onlooker: Onlooker,
  { assessmentId, rounds }: Choice,
): Promise<Selection> {
  if (assessmentId === undefined)
    return {
      assessment: null,
      ...(await selectRounds(
        reader,
        onlooker,
        (rounds ?? '').split(',').filter((id) => id !== ''),
      )),
    }
  const found = await findAssessment(reader, onlooker, assessmentId)
  if (!found) throw new Problem('not-found', { what: 'assessment' })
  const { id, name, kind, version } = found
  return { assessment: { id, name, kind }, version, rounds: found.rounds }
}
