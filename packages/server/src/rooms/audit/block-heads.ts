import { appendFile, mkdir, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { AuditBlock } from '@chuangcheng/domain'

/** A block's number and hash, as kept outside the database (区块头). */
export type BlockHead = Pick<AuditBlock, 'number' | 'hash'>

/**
 * So many of the newest blocks may lack their head: a crash, or a backup taken between the database and the file, leaves a few
 * behind. Sealing writes those again; an older head that is gone was taken away, and nothing puts it back but a copy of the file.
 */
export const NEWEST_HEADS = 16

/** Holds the newest heads several times over, each of which is a line of about ninety bytes. */
const TAIL_BYTES = 8192

const fileOf = (folder: string, cityId: string): string => join(folder, `${cityId}.jsonl`)

function emptyIfMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}

/** A line cut short by a crash is passed over: sealing writes it again. */
const headsIn = (text: string): BlockHead[] =>
  text.split('\n').flatMap((line) => {
    const found = /^\{"number":(?<number>\d+),"hash":"(?<hash>[0-9a-f]{64})"\}$/.exec(line)?.groups
    return found ? [{ number: Number(found.number), hash: found.hash ?? '' }] : []
  })

/** The heads kept for a city, in the order they were written. */
export async function readHeads(folder: string, cityId: string): Promise<BlockHead[]> {
  return headsIn((await readFile(fileOf(folder, cityId), 'utf8').catch(emptyIfMissing)) ?? '')
}

/** The heads at the end of the file: years of them lie before, and sealing looks every few seconds. */
export async function readNewestHeads(folder: string, cityId: string): Promise<BlockHead[]> {
  const file = await open(fileOf(folder, cityId), 'r').catch(emptyIfMissing)
  if (file === null) return []
  try {
    const { size } = await file.stat()
    const { buffer, bytesRead } = await file.read({
      buffer: Buffer.alloc(TAIL_BYTES),
      position: Math.max(0, size - TAIL_BYTES),
    })
    return headsIn(buffer.toString('utf8', 0, bytesRead))
  } finally {
    await file.close()
  }
}

/** Append heads that the file does not have yet. Each line begins with a line break, so that a torn line never swallows it. */
export async function appendHeads(
  folder: string,
  cityId: string,
  heads: readonly BlockHead[],
): Promise<void> {
  if (heads.length === 0) return
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const lines = heads.map(({ number, hash }) => `\n${JSON.stringify({ number, hash })}`)
  await appendFile(fileOf(folder, cityId), lines.join(''), { mode: 0o600 })
}
