import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { Problem } from '@chuangcheng/domain'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { MANIFEST, MANIFEST_HASH, type Manifest, parseManifest } from './manifest.ts'
import { type Measure, measureOf } from './measured.ts'

const MOST_MANIFEST_BYTES = 512 * 1_048_576

/** An archive (备份文件) opened for reading: its manifest, and its entries by name. */
export class ArchiveReader {
  readonly file: string
  readonly manifest: Manifest
  readonly #zip: ZipFile
  readonly #entries: ReadonlyMap<string, Entry>

  private constructor(file: string, manifest: Manifest, zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.file = file
    this.manifest = manifest
    this.#zip = zip
    this.#entries = entries
  }

  /** @throws Problem backup.not-an-archive · backup.newer · backup.damaged */
  static async open(file: string): Promise<ArchiveReader> {
    const zip = await openPromise(file, { autoClose: false }).catch(() => {
      throw new Problem('backup.not-an-archive', { file })
    })
    try {
      const entries = new Map<string, Entry>()
      for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry)
      const manifest = await readManifest(file, zip, entries)
      return new ArchiveReader(file, manifest, zip, entries)
    } catch (error) {
      zip.close()
      throw error instanceof Problem ? error : damaged(file, 'zip', error)
    }
  }

  async read(name: string): Promise<Readable> {
    const entry = this.#entries.get(name)
    if (!entry) throw damaged(this.file, name)
    return this.#zip.openReadStreamPromise(entry).catch((error: unknown) => {
      throw damaged(this.file, name, error)
    })
  }

  /**
   * The entry is there and is what the manifest says.
   * @throws Problem backup.damaged
   */
  async verify(name: string, expected: Measure): Promise<void> {
    const found = await measureOf(await this.read(name)).catch((error: unknown) => {
      throw error instanceof Problem ? error : damaged(this.file, name, error)
    })
    if (found.sha256 !== expected.sha256 || found.byteCount !== expected.byteCount)
      throw damaged(this.file, name)
  }

  close(): void {
    this.#zip.close()
  }
}

/** `part` names what is wrong: an entry of the archive, or the zip around them. */
function damaged(file: string, part: string, cause?: unknown): Problem {
  const problem = new Problem('backup.damaged', { file, part })
  problem.cause = cause
  return problem
}

async function readManifest(
  file: string,
  zip: ZipFile,
  entries: ReadonlyMap<string, Entry>,
): Promise<Manifest> {
  const text = async (name: string): Promise<Buffer> => {
    const entry = entries.get(name)
    if (!entry) throw new Problem('backup.not-an-archive', { file })
    if (entry.uncompressedSize > MOST_MANIFEST_BYTES) throw damaged(file, name)
    return buffer(await zip.openReadStreamPromise(entry)).catch((error: unknown) => {
      throw damaged(file, name, error)
    })
  }
  const manifest = await text(MANIFEST)
  const expected = (await text(MANIFEST_HASH)).toString()
  if (createHash('sha256').update(manifest).digest('hex') !== expected) throw damaged(file, MANIFEST)
  return parseManifest(manifest.toString(), file)
}
