/** One line of the audit log (审计记录): who did what to which record, with the record before and after. */
export type AuditEntry = {
  readonly id: string
  readonly at: string
  readonly actorId: string | null
  readonly actorName: string
  readonly action: string
  readonly subjectKind: string
  readonly subjectId: string | null
  readonly before: unknown
  readonly after: unknown
}

/** A sealed block of audit entries (审计区块): each block's hash covers its entries and the hash of the block before. */
export type AuditBlock = {
  readonly number: number
  readonly previousHash: string
  readonly hash: string
  readonly algorithm: HashAlgorithm
  readonly sealedAt: string
  readonly entryIds: readonly string[]
}

/** SM3 (GB/T 32905) for cities that must use national algorithms; the block says which was used. */
export const HASH_ALGORITHMS = ['sha256', 'sm3'] as const
export type HashAlgorithm = (typeof HASH_ALGORITHMS)[number]
export type Hash = (algorithm: HashAlgorithm, text: string) => string

/** The hash before the first block. */
export const GENESIS = '0'.repeat(64)

/** JSON with the keys of every object in code-point order, so that equal records have equal text wherever they were stored. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const record = value as Readonly<Record<string, unknown>> // an object that is no array
    let members = ''
    for (const key of Object.keys(record).sort()) {
      if (record[key] === undefined) continue
      members += `${members === '' ? '' : ','}${JSON.stringify(key)}:${canonical(record[key])}`
    }
    return `{${members}}`
  }
  return JSON.stringify(value ?? null)
}

/** What a block's hash is taken over: itself without its hash, then the hash of each entry in order. */
const blockText = (block: Omit<AuditBlock, 'hash'>, entryHashes: readonly string[]): string =>
  canonical({
    number: block.number,
    previousHash: block.previousHash,
    algorithm: block.algorithm,
    sealedAt: block.sealedAt,
    entryIds: block.entryIds,
    entryHashes,
  })

/** Seal entries into the block that follows `previous` (null for the first). Entries keep the order given. */
export function sealBlock(
  previous: Pick<AuditBlock, 'number' | 'hash'> | null,
  entries: readonly AuditEntry[],
  sealedAt: string,
  algorithm: HashAlgorithm,
  hash: Hash,
): AuditBlock {
  const open = {
    number: (previous?.number ?? 0) + 1,
    previousHash: previous?.hash ?? GENESIS,
    algorithm,
    sealedAt,
    entryIds: entries.map((entry) => entry.id),
  }
  const entryHashes = entries.map((entry) => hash(algorithm, canonical(entry)))
  return { ...open, hash: hash(algorithm, blockText(open, entryHashes)) }
}

export const CHAIN_FAULTS = [
  'block-missing',
  'block-relinked',
  'block-changed',
  'entry-missing',
  'entry-in-two-blocks',
  'head-differs',
  'head-missing',
  'entry-unsealed',
] as const
/** What can be wrong with a chain (审计链异常). */
export type ChainFault = {
  readonly fault: (typeof CHAIN_FAULTS)[number]
  readonly block: number | null
  readonly entryId: string | null
}

/**
 * Check one block against the block before it and its entries as they are stored now.
 * `block-changed` covers any changed field of an entry: which of them, the hash of the block cannot say.
 */
export function checkBlock(
  previous: Pick<AuditBlock, 'number' | 'hash'> | null,
  block: AuditBlock,
  entries: ReadonlyMap<string, AuditEntry>,
  hash: Hash,
): ChainFault[] {
  const at = (fault: ChainFault['fault'], entryId: string | null = null): ChainFault => ({
    fault,
    block: block.number,
    entryId,
  })
  const faults: ChainFault[] = []
  if (block.number !== (previous?.number ?? 0) + 1) faults.push(at('block-missing'))
  else if (block.previousHash !== (previous?.hash ?? GENESIS)) faults.push(at('block-relinked'))
  const stored = block.entryIds.map((id) => entries.get(id))
  const missing = block.entryIds.filter((id) => !entries.has(id))
  if (missing.length > 0) return [...faults, ...missing.map((id) => at('entry-missing', id))]
  const entryHashes = stored.map((entry) => hash(block.algorithm, canonical(entry)))
  if (hash(block.algorithm, blockText(block, entryHashes)) !== block.hash) faults.push(at('block-changed'))
  return faults
}
