import { type AuditBlock, type ChainFault, checkBlock } from '@chuangcheng/domain'
import type { Reader } from '../../platform/database/database.ts'
import { type BlockHead, readHeads } from './block-heads.ts'
import { hashText } from './block-hash.ts'
import { countEntries, entriesById, listBlocksAfter, listStrayEntries } from './queries.ts'

const BLOCKS_AT_ONCE = 50
const MOST_FAULTS = 100

export type Verification = {
  readonly blockCount: number
  readonly entryCount: number
  readonly unsealedCount: number
  readonly lastSealedAt: string | null
  readonly faults: ChainFault[]
}

const headFaults = (heads: readonly BlockHead[], hashes: ReadonlyMap<number, string>): ChainFault[] =>
  heads
    .filter((head) => hashes.get(head.number) !== head.hash)
    .map((head) => ({
      fault: hashes.has(head.number) ? 'head-differs' : 'block-missing',
      block: head.number,
      entryId: null,
    }))

async function checkBlocks(reader: Reader, blocks: readonly AuditBlock[], before: AuditBlock | null) {
  const entries = await entriesById(
    reader,
    blocks.flatMap((block) => block.entryIds),
  )
  return blocks.flatMap((block, index) => checkBlock(blocks[index - 1] ?? before, block, entries, hashText))
}

/**
 * Check every block against its entries as they are stored now, the chain from block to block, the heads kept outside the database,
 * and that no entry lies outside the chain. Finds a changed, deleted or inserted row after sealing and a rewritten chain.
 */
export async function verifyChain(reader: Reader, headsFolder: string): Promise<Verification> {
  const faults: ChainFault[] = []
  const hashes = new Map<number, string>()
  const seen = new Set<string>()
  let last: AuditBlock | null = null
  for (;;) {
    const blocks: AuditBlock[] = await listBlocksAfter(reader, last?.number ?? 0, BLOCKS_AT_ONCE)
    if (blocks.length === 0) break
    faults.push(...(await checkBlocks(reader, blocks, last)))
    for (const block of blocks) {
      hashes.set(block.number, block.hash)
      for (const entryId of block.entryIds) {
        if (seen.has(entryId)) faults.push({ fault: 'entry-in-two-blocks', block: block.number, entryId })
        seen.add(entryId)
      }
    }
    last = blocks.at(-1) ?? last
  }
  faults.push(...headFaults(await readHeads(headsFolder, reader.cityId), hashes))
  for (const entryId of await listStrayEntries(reader, MOST_FAULTS)) {
    faults.push({ fault: 'entry-unsealed', block: null, entryId })
  }
  const counts = await countEntries(reader)
  return {
    ...counts,
    blockCount: hashes.size,
    lastSealedAt: last?.sealedAt ?? null,
    faults: faults.slice(0, MOST_FAULTS),
  }
}
