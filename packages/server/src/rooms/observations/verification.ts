import { emptyTally, type Tally, writeTally } from '@chuangcheng/domain'
import type { Reader } from '../../platform/database/database.ts'
import { listMiscounted } from './beside-queries.ts'
import { readTalliesAt, type TalliesByCollection, tallyOfRow } from './tallies.ts'
import { findLastPosition, listCollectionIds, listTalliesOf } from './tally-queries.ts'

/**
 * What is wrong with a criterion's figures in a collection (汇总与观测不符): its tally is not what its observations add up to, or they say another
 * number of observations at a place than there are.
 */
export type TallyFault = {
  readonly collectionId: string
  readonly criterionId: string
  readonly fault: 'sum' | 'alongside'
}

const EMPTY = JSON.stringify(writeTally(emptyTally()))
const textOf = (tally: Tally | undefined): string => (tally ? JSON.stringify(writeTally(tally)) : EMPTY)

function faultsOf(collectionId: string, stored: TalliesByCollection, counted: TalliesByCollection) {
  const [one, other] = [stored.get(collectionId), counted.get(collectionId)]
  const criterionIds = new Set([...(one?.keys() ?? []), ...(other?.keys() ?? [])])
  return [...criterionIds]
    .filter((id) => textOf(one?.get(id)) !== textOf(other?.get(id)))
    .map((criterionId): TallyFault => ({ collectionId, criterionId, fault: 'sum' }))
}

/** Count every collection of a city anew and hold the stored tallies against it (汇总复核); a collection at a time. */
export async function verifyTallies(
  reader: Reader,
): Promise<{ collectionCount: number; faults: TallyFault[] }> {
  const collectionIds = await listCollectionIds(reader)
  const watermark = await findLastPosition(reader)
  const faults: TallyFault[] = []
  for (const id of collectionIds) {
    const stored: TalliesByCollection = new Map([
      [id, new Map((await listTalliesOf(reader, id)).map((row) => [row.criterionId, tallyOfRow(row)]))],
    ])
    faults.push(...faultsOf(id, stored, await readTalliesAt(reader, [id], watermark)))
    for (const criterionId of await listMiscounted(reader, id))
      faults.push({ collectionId: id, criterionId, fault: 'alongside' })
  }
  return { collectionCount: collectionIds.length, faults }
}
