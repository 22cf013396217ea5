import { NO_CRITERION, writeTally } from '@chuangcheng/domain'
import { systemAuthor } from '../../platform/database/author.ts'
import type { Database, Tx } from '../../platform/database/database.ts'
import { every, type Ticking } from '../../platform/jobs/every.ts'
import { addChanges, type TalliesByCollection, tallyOfRow } from './tallies.ts'
import {
  type FactRow,
  findLastPosition,
  listChanges,
  listTallies,
  listUnfolded,
  lockFolding,
  savePositions,
  saveTallies,
} from './tally-queries.ts'

/** A score adds what is not folded yet: a quarter of a millisecond for each visit that waits. */
const SECONDS_BETWEEN_FOLDS = 1
/** Folded in one transaction; a sheet of a hundred thousand rows is one batch. */
const BATCHES_AT_ONCE = 200

const keysOf = (changes: readonly FactRow[]) => [
  ...new Map(
    changes.map(({ collectionId, criterionId }) => {
      const key = { collectionId, criterionId: criterionId ?? NO_CRITERION }
      return [`${key.collectionId} ${key.criterionId}`, key] as const
    }),
  ).values(),
]

/**
 * Take batches that are committed into the tallies and give them positions, in one transaction. Whatever commits later gets a later
 * position, whenever it began.
 * @returns how many batches it took
 */
async function foldSome(tx: Tx): Promise<number> {
  await lockFolding(tx)
  const batchIds = await listUnfolded(tx, BATCHES_AT_ONCE)
  if (batchIds.length === 0) return 0
  const changes = await listChanges(tx, batchIds)
  const keys = keysOf(changes)
  const tallies: TalliesByCollection = new Map()
  for (const row of await listTallies(tx, keys)) {
    const known = tallies.get(row.collectionId) ?? new Map()
    tallies.set(row.collectionId, known.set(row.criterionId, tallyOfRow(row)))
  }
  addChanges(tallies, changes)
  saveTallies(
    tx,
    [...tallies].flatMap(([collectionId, byCriterion]) =>
      [...byCriterion].map(([criterionId, tally]) => ({
        collectionId,
        criterionId,
        text: writeTally(tally),
      })),
    ),
  )
  savePositions(tx, batchIds, (await findLastPosition(tx)) + 1)
  return batchIds.length
}

/** Fold everything that is committed in a city (汇总入账). Answers the watermark: the last position given. */
export async function foldCity(database: Database, cityId: string): Promise<number> {
  let count = BATCHES_AT_ONCE
  while (count === BATCHES_AT_ONCE) count = await database.transact(systemAuthor(cityId), foldSome)
  return findLastPosition(database.reader(cityId))
}

/** Fold every city again and again; a read adds what has not been folded meanwhile. */
export const startFolding = (database: Database, onError: (error: unknown) => void): Ticking =>
  every(
    SECONDS_BETWEEN_FOLDS,
    async () => {
      for (const city of await database.everyCity()) await foldCity(database, city.id)
    },
    onError,
  )
