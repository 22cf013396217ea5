import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { Problem } from '@chuangcheng/domain'
import { codeOf } from '../engine/start-refused.ts'

/** What was put into the store: the SHA-256 of the bytes is their name. */
export type StoredBytes = {
  readonly hash: string
  readonly byteCount: number
  readonly path: string
  /** the first bytes, up to a mebibyte: what it is can be told from them */
  readonly beginning: Uint8Array
}

const MEBIBYTE = 1_048_576
const PRIVATE_FOLDER = 0o700
const PRIVATE_FILE = 0o600

/** Do something in a folder that is there nearly always: it is made when it is found missing. */
async function inFolderOf<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
    await mkdir(dirname(path), { recursive: true, mode: PRIVATE_FOLDER })
    return work()
  }
}

/** The same bytes in pieces of a mebibyte: a photo is one piece, and costs one write. */
async function* inLargePieces(bytes: Readable): AsyncGenerator<Buffer> {
  let gathered: Uint8Array[] = []
  let length = 0
  for await (const chunk of bytes as AsyncIterable<Uint8Array>) {
    gathered.push(chunk)
    length += chunk.length
    if (length < MEBIBYTE) continue
    yield Buffer.concat(gathered)
    gathered = []
    length = 0
  }
  if (length > 0) yield Buffer.concat(gathered)
}

/** Bytes by the hash of their content (内容寻址文件库): the same bytes lie there once, and what is there never changes. */
export class FileStore {
  readonly folder: string

  constructor(folder: string) {
    this.folder = folder
  }

  pathOf(hash: string): string {
    return join(this.folder, hash.slice(0, 2), hash.slice(2, 4), hash)
  }

  read(hash: string): Readable {
    return createReadStream(this.pathOf(hash))
  }

  has(hash: string): Promise<boolean> {
    return access(this.pathOf(hash)).then(
      () => true,
      () => false,
    )
  }

  /**
   * Take a stream in; nothing is visible until all of it is on the disk.
   * @throws Problem request.too-large · file.empty
   */
  async put(bytes: Readable, mostBytes: number): Promise<StoredBytes> {
    const incoming = join(this.folder, 'incoming', randomUUID())
    try {
      const { hash, byteCount, beginning } = await this.#receive(bytes, incoming, mostBytes)
      if (beginning === undefined) throw new Problem('file.empty')
      const path = this.pathOf(hash)
      await inFolderOf(path, () => rename(incoming, path))
      return { hash, byteCount, path, beginning }
    } catch (error) {
      await rm(incoming, { force: true })
      throw error
    }
  }

  async #receive(bytes: Readable, path: string, mostBytes: number) {
    const file = await inFolderOf(path, () => open(path, 'wx', PRIVATE_FILE))
    try {
      const digest = createHash('sha256')
      let byteCount = 0
      let beginning: Buffer | undefined
      for await (const piece of inLargePieces(bytes)) {
        byteCount += piece.length
        if (byteCount > mostBytes)
          throw new Problem('request.too-large', { limit: `${Math.floor(mostBytes / MEBIBYTE)} MB` })
        beginning ??= piece
        digest.update(piece)
        await file.writeFile(piece)
      }
      await file.datasync()
      return { hash: digest.digest('hex'), byteCount, beginning }
    } finally {
      await file.close()
    }
  }
}
