import { type Actor, mustCoverCity, Problem } from '@chuangcheng/domain'
import type { Reader, Tx } from '../../../platform/database/database.ts'
import { findRoundIdByName, findVisibleRound, lockRound, type RoundRow } from './queries.ts'

/** A round; a covert one that the actor may not see is not there. @throws Problem not-found */
export async function getVisibleRound(reader: Reader, actor: Actor, id: string): Promise<RoundRow> {
  const round = await findVisibleRound(reader, actor, id)
  if (!round) throw new Problem('not-found', { what: 'round' })
  return round
}

/** A round by its name, or null; also where it is one that the actor may not see. */
export async function findRoundByName(reader: Reader, actor: Actor, name: string): Promise<RoundRow | null> {
  const id = await findRoundIdByName(reader, name)
  return id === null ? null : findVisibleRound(reader, actor, id)
}

/**
 * A round, locked so that its plan can be changed by the office.
 * @throws Problem not-found · access.out-of-scope · changed-meanwhile
 */
export async function getRoundToPlan(tx: Tx, actor: Actor, id: string, basedOn: number): Promise<RoundRow> {
  await lockRound(tx, id)
  const round = await getVisibleRound(tx, actor, id)
  mustCoverCity(actor, 'round.plan')
  if (round.revision !== basedOn) throw new Problem('changed-meanwhile', { what: 'round' })
  return round
}

/** The same, for changes that a finished round does not take any more. @throws Problem round.finished, and those above */
export async function getRoundStillOpen(
  tx: Tx,
  actor: Actor,
  id: string,
  basedOn: number,
): Promise<RoundRow> {
  const round = await getRoundToPlan(tx, actor, id, basedOn)
  if (round.finishedAt !== null) throw new Problem('round.finished', { name: round.name })
  return round
}
