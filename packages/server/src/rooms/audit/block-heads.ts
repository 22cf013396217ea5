import { appendFile, mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { AuditBlock } from '@chuangcheng/domain'

/** A block's number and hash, as kept outside the database (区块头). */
export type BlockHead = Pick<AuditBlock, 'number' | 'hash'>

const fileOf = (folder: string, cityId: string): string => join(folder, `${cityId}.jsonl`)

/** The heads kept for a city, in the order they were written. A line cut short by a crash is passed over: sealing writes it again. */
export async function readHeads(folder: string, cityId: string): Promise<BlockHead[]> {
  const text = await readFile(fileOf(folder, cityId), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  return text.split('\n').flatMap((line) => {
    const found = /^\{"number":(?<number>\d+),"hash":"(?<hash>[0-9a-f]{64})"\}$/.exec(line)?.groups
    return found ? [{ number: Number(found.number), hash: found.hash ?? '' }] : []
  })
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
