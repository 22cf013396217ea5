import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { access, mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Problem } from '@chuangcheng/domain'
import { codeOf } from '../engine/start-refused.ts'

/** What was put into the store: the SHA-256 of the bytes is their name. */
export type StoredBytes = { readonly hash: string; readonly byteCount: number; readonly path: string }

const MEBIBYTE = 1_048_576
const PRIVATE_FOLDER = 0o700

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
    await mkdir(dirname(incoming), { recursive: true, mode: PRIVATE_FOLDER })
    try {
      const { hash, byteCount } = await this.#receive(bytes, incoming, mostBytes)
      if (byteCount === 0) throw new Problem('file.empty')
      const path = this.pathOf(hash)
      // Its folder is there nearly always: it is made when it is found missing.
      await rename(incoming, path).catch(async (error: unknown) => {
        if (codeOf(error) !== 'ENOENT') throw error
        await mkdir(dirname(path), { recursive: true, mode: PRIVATE_FOLDER })
        await rename(incoming, path)
      })
      return { hash, byteCount, path }
    } catch (error) {
      await rm(incoming, { force: true })
      throw error
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
    await pipeline(bytes, measure, createWriteStream(path, { mode: 0o600, flush: true }))
    return { hash: digest.digest('hex'), byteCount }
  }
}
