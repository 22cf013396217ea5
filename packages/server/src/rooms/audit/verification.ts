import { type AuditBlock, type ChainFault, checkBlock } from '@chuangcheng/domain'
import type { Reader } from '../../platform/database/database.ts'
import { hashText } from './block-hash.ts'
import { type BlockHead, NEWEST_HEADS, readHeads } from './block-heads.ts'
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

const headFault = (fault: ChainFault['fault'], block: number): ChainFault => ({ fault, block, entryId: null })

/** What the heads kept outside the database say of the chain, and the chain of them: of the newest few it says nothing yet. */
function headFaults(heads: readonly BlockHead[], hashes: ReadonlyMap<number, string>): ChainFault[] {
  const kept = new Set(heads.map(({ number }) => number))
  const numbers = [...hashes.keys()]
  const oldEnough = (numbers.at(-1) ?? 0) - NEWEST_HEADS
  return [
    ...heads
      .filter(({ number, hash }) => hashes.get(number) !== hash)
      .map(({ number }) => headFault(hashes.has(number) ? 'head-differs' : 'block-missing', number)),
    ...numbers
      .filter((number) => number <= oldEnough && !kept.has(number))
      .map((number) => headFault('head-missing', number)),
  ]
}

async function checkBlocks(reader: Reader, blocks: readonly AuditBlock[], before: AuditBlock | null) {
  const entries = await entriesById(
    reader,
    blocks.flatMap((block) => block.entryIds),
  )
  return blocks.flatMap((block, index) => checkBlock(blocks[index - 1] ?? before, block, entries, hashText))
}

/** What a walk along the chain has seen so far. */
type Walk = {
  readonly hashes: Map<number, string>
  readonly entryIds: Set<string>
  readonly faults: ChainFault[]
  last: AuditBlock | null
}

function remember(walk: Walk, block: AuditBlock): void {
  walk.hashes.set(block.number, block.hash)
  for (const entryId of block.entryIds) {
    if (walk.entryIds.has(entryId)) {
      walk.faults.push({ fault: 'entry-in-two-blocks', block: block.number, entryId })
    }
    walk.entryIds.add(entryId)
  }
  walk.last = block
}

async function walkChain(reader: Reader): Promise<Walk> {
  const walk: Walk = { hashes: new Map(), entryIds: new Set(), faults: [], last: null }
  for (;;) {
    const blocks = await listBlocksAfter(reader, walk.last?.number ?? 0, BLOCKS_AT_ONCE)
    if (blocks.length === 0) return walk
    walk.faults.push(...(await checkBlocks(reader, blocks, walk.last)))
    for (const block of blocks) remember(walk, block)
  }
}

/**
 * Check every block against its entries as they are stored now, the chain from block to block, the heads kept outside the database,
 * and that no entry lies outside the chain. Finds a changed, deleted or inserted row after sealing, a rewritten chain, and heads
 * that were taken away.
 */
export async function verifyChain(reader: Reader, headsFolder: string): Promise<Verification> {
  // Heads first: a block is durable before its head is written, so every head read now has its block in the walk.
  const kept = await readHeads(headsFolder, reader.cityId)
  const { hashes, faults, last } = await walkChain(reader)
  const strays = (await listStrayEntries(reader, MOST_FAULTS)).map(
    (entryId): ChainFault => ({ fault: 'entry-unsealed', block: null, entryId }),
  )
  const heads = headFaults(kept, hashes)
  const counts = await countEntries(reader)
  return {
    ...counts,
    blockCount: hashes.size,
    lastSealedAt: last?.sealedAt ?? null,
    faults: [...faults, ...heads, ...strays].slice(0, MOST_FAULTS),
  }
}
