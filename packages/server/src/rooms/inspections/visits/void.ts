import { type Actor, Problem } from '@chuangcheng/domain'
import { v7 as uuidv7 } from 'uuid'
import type { Tx } from '../../../platform/database/database.ts'
import { withdrawCases } from '../../cases/index.ts'
import { joinCollection } from '../../observations/index.ts'
import { mustBeTheirs } from './admit.ts'
import { enterObservations } from './entering.ts'
import { listFindings } from './finding-queries.ts'
import { getVisit } from './page.ts'
import { voidStanding } from './write-queries.ts'

/**
 * Take a visit out (作废): it stays readable, its observations are superseded by nothing, and its cases that are not closed are withdrawn.
 * @throws Problem not-found · visit.reason-missing · visit.not-yours · visit.not-standing · visit.round-not-running
 */
export async function voidVisit(tx: Tx, actor: Actor, id: string, given: string): Promise<void> {
  const visit = await getVisit(tx, actor, id)
  const reason = given.trim()
  if (reason === '') throw new Problem('visit.reason-missing')
  mustBeTheirs(actor, visit)
  if (visit.round.finishedAt !== null)
    throw new Problem('visit.round-not-running', { round: visit.roundName })
  await joinCollection(tx, visit.roundId)
  if (!(await voidStanding(tx, id, reason))) throw new Problem('visit.not-standing')
  await enterObservations(tx, {
    batchId: uuidv7(),
    visitId: id,
    roundId: visit.roundId,
    siteId: visit.site.id,
    observations: [],
    goes: id,
    beside: true,
  })
  const findings = await listFindings(tx, id)
  const sourceIds = findings.filter((finding) => finding.case !== null).map((finding) => finding.id)
  if (sourceIds.length > 0) await withdrawCases(tx, { sourceIds, reason })
  const { roundName, site, state } = visit
  tx.record({
    action: 'visit.void',
    subjectKind: 'visit',
    subjectId: id,
    before: { round: roundName, site: site.name, state },
    after: { round: roundName, site: site.name, state: 'voided', reason },
  })
}
