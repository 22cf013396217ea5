import { sealBlock } from '@chuangcheng/domain'
import { systemAuthor } from '../../platform/database/author.ts'
import type { Database } from '../../platform/database/database.ts'
import { hashText } from './block-hash.ts'
import { appendHeads, readHeads } from './block-heads.ts'
import {
  findLastBlock,
  insertBlock,
  listBlocksAfter,
  listUnsealedEntries,
  tryLockSealing,
} from './queries.ts'

const MOST_ENTRIES = 2000
const MOST_HEADS = 1000

/** Seal what waits into one more block. Answers how many entries it took in. */
function sealOneBlock(database: Database, cityId: string): Promise<number> {
  return database.transact(systemAuthor(cityId), async (tx) => {
    if (!(await tryLockSealing(tx))) return 0
    const entries = await listUnsealedEntries(tx, MOST_ENTRIES)
    if (entries.length === 0) return 0
    const previous = (await findLastBlock(tx)) ?? null
    await insertBlock(tx, sealBlock(previous, entries, tx.now, 'sha256', hashText))
    return entries.length
  })
}

/** Bring the file of heads up to the database: heads are appended after their block is durable, also after a crash in between. */
async function keepHeads(database: Database, cityId: string, folder: string): Promise<void> {
  const kept = (await readHeads(folder, cityId)).at(-1)?.number ?? 0
  const blocks = await listBlocksAfter(database.reader(cityId), kept, MOST_HEADS)
  await appendHeads(folder, cityId, blocks)
}

/**
 * Seal everything that waits in a city into hash-chained blocks, and keep their heads in `headsFolder`, outside the database.
 * Writers never wait for this: they only append; the queue of unsealed entries is read by entry, in batches.
 */
export async function sealPending(database: Database, cityId: string, headsFolder: string): Promise<number> {
  let sealed = 0
  for (;;) {
    const count = await sealOneBlock(database, cityId)
    sealed += count
    if (count < MOST_ENTRIES) break
  }
  await keepHeads(database, cityId, headsFolder)
  return sealed
}
