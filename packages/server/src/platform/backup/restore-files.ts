import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Problem } from '@chuangcheng/domain'
import { FileStore } from '../store/file-store.ts'
import type { ArchiveReader } from './archive-reader.ts'
import { makeDurable } from './durable.ts'
import { auditHeadEntry, fileEntry, keyEntry, type NamedFile } from './manifest.ts'

/** Files lie under their hash: putting them there twice, or for nothing, does no harm. */
export async function restoreStore(archive: ArchiveReader, folder: string): Promise<void> {
  const store = new FileStore(folder)
  for (const { hash, byteCount } of archive.manifest.files) {
    const stored = await store.put(await archive.read(fileEntry(hash)), byteCount)
    if (stored.hash !== hash)
      throw new Problem('backup.damaged', { file: archive.file, part: fileEntry(hash) })
  }
}

/** Heads that lie here belong to rows that are no more; they are moved aside, never deleted: they may be evidence. */
export async function restoreHeads(archive: ArchiveReader, folder: string, now: Date): Promise<void> {
  const suffix = `before-restore-${now.toISOString().replaceAll(':', '-')}`
  for (const head of archive.manifest.auditHeads) {
    const path = join(folder, head.name)
    const isSame = (await hashOfFile(path)) === head.sha256
    if (isSame) continue
    await rename(path, `${path}.${suffix}`).catch(unlessMissing)
    await writeEntry(archive, auditHeadEntry(head.name), path)
  }
}

/**
 * Keys that lie here are never replaced: something else may be locked with them.
 * @throws Problem backup.keys-differ
 */
export async function restoreKeys(archive: ArchiveReader, folder: string): Promise<void> {
  const missing: NamedFile[] = []
  for (const key of archive.manifest.keys ?? []) {
    const found = await hashOfFile(join(folder, key.name))
    if (found === null) missing.push(key)
    else if (found !== key.sha256) throw new Problem('backup.keys-differ', { file: join(folder, key.name) })
  }
  for (const key of missing) await writeEntry(archive, keyEntry(key.name), join(folder, key.name))
}

async function writeEntry(archive: ArchiveReader, entry: string, path: string): Promise<void> {
  await mkdir(join(path, '..'), { recursive: true, mode: 0o700 })
  const unfinished = `${path}.unfinished`
  await pipeline(await archive.read(entry), createWriteStream(unfinished, { mode: 0o600 }))
  await makeDurable(unfinished)
  await rename(unfinished, path)
}

async function hashOfFile(path: string): Promise<string | null> {
  const bytes = await readFile(path).catch(unlessMissing)
  return bytes ? createHash('sha256').update(bytes).digest('hex') : null
}

function unlessMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}
