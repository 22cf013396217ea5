import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { access, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Problem } from '@chuangcheng/domain'

/** What was put into the store: the SHA-256 of the bytes is their name. */
export type StoredBytes = { readonly hash: string; readonly byteCount: number; readonly path: string }

const MEBIBYTE = 1_048_576

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
    await mkdir(dirname(incoming), { recursive: true, mode: 0o700 })
    try {
      const { hash, byteCount } = await this.#receive(bytes, incoming, mostBytes)
      if (byteCount === 0) throw new Problem('file.empty')
      const path = this.pathOf(hash)
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      await rename(incoming, path)
      return { hash, byteCount, path }
    } finally {
      await rm(incoming, { force: true })
    }
  }

  async #receive(bytes: Readable, path: string, mostBytes: number) {
    const digest = createHash('sha256')
    let byteCount = 0
    const measure = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        byteCount += chunk.length
        if (byteCount > mostBytes) {
          done(new Problem('request.too-large', { limit: `${Math.floor(mostBytes / MEBIBYTE)} MB` }))
          return
        }
        digest.update(chunk)
        done(null, chunk)
      },
    })
    await pipeline(bytes, measure, createWriteStream(path, { mode: 0o600 }))
    const file = await open(path, 'r')
    try {
      await file.sync()
    } finally {
      await file.close()
    }
    return { hash: digest.digest('hex'), byteCount }
  }
}
