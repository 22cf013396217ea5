import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import type { Readable } from 'node:stream'
import { type Actor, Problem } from '@chuangcheng/domain'
import { v7 as uuidv7 } from 'uuid'
import type { Author, Database, Reader } from '../../platform/database/database.ts'
import type { FileStore } from '../../platform/store/file-store.ts'
import { mediaTypeOf } from './kinds.ts'
import { findFile, insertFile, type NewFile } from './queries.ts'

const MOST_BYTES = 64 * 1_048_576

/** The store knows bytes only; whoever uploads ten files at once wants to know which. */
function namingTheFile(error: unknown, file: string): unknown {
  if (!(error instanceof Problem)) return error
  if (error.code === 'file.empty') return new Problem('file.empty', { file })
  if (error.code === 'request.too-large') return new Problem('file.too-large', { ...error.params, file })
  return error
}

export type StoredFile = NonNullable<Awaited<ReturnType<typeof findFile>>>

/**
 * Store bytes under their hash: harmless while no row refers to them. The row is for the caller to write.
 * @throws Problem file.type-refused · file.empty · file.too-large, each naming the file
 */
export async function storeBytes(
  store: FileStore,
  { id, name, bytes }: { id: string; name: string; bytes: Readable },
  mustBePicture = false,
): Promise<NewFile> {
  const stored = await store.put(bytes, MOST_BYTES).catch((error: unknown) => {
    throw namingTheFile(error, name)
  })
  const mediaType = await mediaTypeOf(stored, name, mustBePicture)
  return { id, name, mediaType, hash: stored.hash, byteCount: stored.byteCount }
}

/**
 * Store a file: the bytes first (by their hash, harmless when nobody refers to them), then its row. The same id again changes nothing.
 * @throws Problem file.type-refused · file.empty · file.too-large, each naming the file
 */
export async function addFile(
  database: Database,
  store: FileStore,
  author: Author,
  given: { id: string; name: string; bytes: Readable },
  mustBePicture = false,
): Promise<StoredFile> {
  const file = await storeBytes(store, given, mustBePicture)
  return database.transact(author, async (tx) => {
    if (await insertFile(tx, file)) {
      tx.record({ action: 'file.add', subjectKind: 'file', subjectId: file.id, before: null, after: file })
      return { ...file, uploadedBy: author.userId }
    }
    const row = await findFile(tx, given.id)
    if (!row || row.uploadedBy !== author.userId || row.hash !== file.hash)
      throw new Problem('duplicate', { what: 'id', value: given.id })
    return row
  })
}

/** A file to import, and where its bytes lie. */
export type ImportFile = {
  readonly id: string
  readonly name: string
  readonly path: string
  readonly hash: string
}

const asImportFile = (store: FileStore, { id, name, hash }: StoredFile): ImportFile => ({
  id,
  name,
  hash,
  path: store.pathOf(hash),
})

/** Store a file that lies on this machine, to import it (command line, set-up). @throws as addFile */
export async function addLocalFile(
  database: Database,
  store: FileStore,
  author: Author,
  path: string,
): Promise<ImportFile> {
  const given = { id: uuidv7(), name: basename(path), bytes: createReadStream(path) }
  return asImportFile(store, await addFile(database, store, author, given))
}

/** A file that somebody uploaded to import it: only their own. @throws Problem not-found */
export async function getImportFile(
  reader: Reader,
  store: FileStore,
  userId: string | null,
  id: string,
): Promise<ImportFile> {
  const file = await findFile(reader, id)
  if (!file || file.uploadedBy !== userId) throw new Problem('not-found', { what: 'file' })
  return asImportFile(store, file)
}

/** @throws Problem not-found, also for the files of others */
export async function getOwnFile(reader: Reader, actor: Actor, id: string): Promise<StoredFile> {
  const file = await findFile(reader, id)
  if (!file || file.uploadedBy !== actor.userId) throw new Problem('not-found', { what: 'file' })
  return file
}
