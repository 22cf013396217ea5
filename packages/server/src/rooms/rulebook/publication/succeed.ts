import { type Actor, mustCoverCity, Problem } from '@chuangcheng/domain'
import type { Tx } from '../../../platform/database/database.ts'
import { carryOverDuties } from '../../duties/index.ts'
import { copyVersion, findVersion, getVersion, getVersionPage, recordDone } from '../../frameworks/index.ts'
import { carryOverMappings } from '../../mappings/index.ts'

export type Successor = { readonly id: string; readonly label: string; readonly year: number }

/**
 * A new draft from a version (沿用为新版本): its tree with the codes, the duties that hold, and the mappings with what was decided about
 * them: confirmed ones count at once, refused ones are not proposed again, guesses still wait for somebody. The same request again is
 * answered as the first time.
 * @throws Problem access.out-of-scope · not-found · duplicate
 */
export async function succeedVersion(tx: Tx, actor: Actor, versionId: string, said: Successor) {
  mustCoverCity(actor, 'framework.edit')
  const from = await getVersion(tx, versionId)
  const stored = await findVersion(tx, said.id)
  if (stored) {
    if (stored.madeFromId === from.id && stored.label === said.label) return getVersionPage(tx, stored.id)
    throw new Problem('duplicate', { what: 'id', value: said.id })
  }
  const continuedBy = await copyVersion(tx, from, said)
  const dutyCount = await carryOverDuties(tx, continuedBy)
  const mappingCount = await carryOverMappings(tx, continuedBy, from.id, said.id)
  recordDone(tx, said.id, 'frameworkVersion.add', {
    before: { label: from.label, year: from.year },
    after: { label: said.label, year: said.year, nodeCount: continuedBy.size, dutyCount, mappingCount },
  })
  return getVersionPage(tx, said.id)
}
