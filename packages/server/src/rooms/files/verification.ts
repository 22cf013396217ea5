import { createHash } from 'node:crypto'
import { pipeline } from 'node:stream/promises'
import type { Reader } from '../../platform/database/database.ts'
import type { FileStore } from '../../platform/store/file-store.ts'
import { listHashes } from './queries.ts'

/** A file the rows refer to that is not what it was (文件异常). */
export type FileFault = { readonly hash: string; readonly fault: 'missing' | 'damaged' }

async function hashOf(store: FileStore, hash: string): Promise<string> {
  const digest = createHash('sha256')
  await pipeline(store.read(hash), digest)
  return digest.digest('hex')
}

/** Read every file of a city once and compare it with its name, which is the hash of what was stored. */
export async function verifyFiles(
  reader: Reader,
  store: FileStore,
): Promise<{ readonly fileCount: number; readonly faults: readonly FileFault[] }> {
  const hashes = await listHashes(reader)
  const faults: FileFault[] = []
  for (const hash of hashes) {
    if (!(await store.has(hash))) faults.push({ hash, fault: 'missing' })
    else if ((await hashOf(store, hash)) !== hash) faults.push({ hash, fault: 'damaged' })
  }
  return { fileCount: hashes.length, faults }
}
