import { type Actor, mustCover, Problem } from '@chuangcheng/domain'
import type { Tx } from '../../platform/database/database.ts'
import { areasMoved, belonging, lockForEdit, maySee } from './actions.ts'
import { areaPage } from './area-page-queries.ts'
import { lockArea, type Succession, saveAreas, saveSuccession } from './queries.ts'

const MILLISECONDS_A_DAY = 86_400_000

const dayBefore = (day: string): string =>
  new Date(Date.parse(day) - MILLISECONDS_A_DAY).toISOString().slice(0, 10)

async function mustBeSuccessor(tx: Tx, actor: Actor, id: string, onDay: string): Promise<void> {
  const successor = await lockArea(tx, id)
  if (!successor || !maySee(actor, id)) throw new Problem('not-found', { what: 'area' })
  mustCover(actor, 'area.edit', belonging(id))
  if (successor.validTo !== null && successor.validTo < onDay) {
    throw new Problem('validity.reversed', { from: onDay, to: successor.validTo })
  }
}

/**
 * Say what an area became (区划变更). It ends the day before; those that follow it stand already. What lay below it stays below it
 * until somebody moves it: only the city knows which community went where.
 * @throws Problem not-found · access.out-of-scope · validity.reversed · request.invalid
 */
export async function succeedArea(tx: Tx, actor: Actor, id: string, succession: Succession) {
  const { revision: _, ...before } = await lockForEdit(tx, actor, id)
  const { kind, onDay, toAreaIds } = succession
  if (toAreaIds.includes(id))
    throw new Problem('request.invalid', { detail: '/toAreaIds an area cannot follow itself' })
  const validTo = dayBefore(onDay)
  if (validTo < before.validFrom)
    throw new Problem('validity.reversed', { from: before.validFrom, to: validTo })
  // In the order of their ids, so that two people who merge the same areas wait for each other instead of blocking each other.
  for (const to of [...new Set(toAreaIds)].sort()) await mustBeSuccessor(tx, actor, to, onDay)
  await saveAreas(tx, [{ ...before, validTo }])
  await saveSuccession(tx, id, succession)
  await areasMoved(tx)
  tx.record({
    action: `area.${kind}`,
    subjectKind: 'area',
    subjectId: id,
    before: { validTo: before.validTo },
    after: { validTo, onDay, toAreaIds },
  })
  return areaPage(tx, actor, id)
}
