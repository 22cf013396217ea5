import { sealBlock } from '@chuangcheng/domain'
import { systemAuthor } from '../../platform/database/author.ts'
import type { Database } from '../../platform/database/database.ts'
import { hashText } from './block-hash.ts'
import { appendHeads, NEWEST_HEADS, readNewestHeads } from './block-heads.ts'
import { listNewestBlockHeads } from './head-queries.ts'
import { findLastBlock, insertBlock, listUnsealedEntries, tryLockSealing } from './queries.ts'

const MOST_ENTRIES = 2000

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

/** Append the newest heads that the file lacks: a head follows its block once that is durable, also after a crash in between. */
async function keepHeads(database: Database, cityId: string, folder: string): Promise<void> {
  const heads = await listNewestBlockHeads(database.reader(cityId), NEWEST_HEADS)
  const kept = new Set((await readNewestHeads(folder, cityId)).map(({ number }) => number))
  await appendHeads(
    folder,
    cityId,
    heads.filter(({ number }) => !kept.has(number)),
  )
}

/**
 * Seal everything that waits in a city into hash-chained blocks, and keep their heads in `headsFolder`, outside the database.
 * Writers never wait for this: they only append; the queue of unsealed entries is read by entry, in batches. Where heads cannot be
 * written nothing more is sealed: the chain never runs so far ahead of the file that its heads would count as taken away.
 */
export async function sealPending(database: Database, cityId: string, headsFolder: string): Promise<number> {
  let sealed = 0
  for (;;) {
    await keepHeads(database, cityId, headsFolder)
    const count = await sealOneBlock(database, cityId)
    sealed += count
    if (count < MOST_ENTRIES) break
  }
  await keepHeads(database, cityId, headsFolder)
  return sealed
}
