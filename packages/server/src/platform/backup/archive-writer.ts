import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ZipArchive } from 'archiver'
import { makeDurable } from './durable.ts'
import { type Measure, Measuring } from './measured.ts'

/** Writes an archive entry by entry, at the pace of the disk. Nothing stands under its name until all of it is durable. */
export class ArchiveWriter {
  readonly #zip: ZipArchive
  readonly #path: string
  readonly #unfinished: string
  readonly #written: Promise<void>

  /** The library comes with the first archive: a start does without. */
  static async to(path: string): Promise<ArchiveWriter> {
    const { ZipArchive: Zip } = await import('archiver')
    return new ArchiveWriter(path, new Zip({ forceZip64: true, zlib: { level: 6 } }))
  }

  private constructor(path: string, zip: ZipArchive) {
    this.#zip = zip
    this.#path = path
    this.#unfinished = `${path}.unfinished-${process.pid}`
    // It holds everything about a city: for its owner's eyes.
    this.#written = pipeline(this.#zip, createWriteStream(this.#unfinished, { mode: 0o600, flags: 'wx' }))
    // Heard again by whoever waits; without a listener until then it would end the process.
    this.#written.catch(() => undefined)
  }

  /** Add one entry and wait until it lies in the archive. `isPacked`: its bytes are compressed already (pictures). */
  async add(name: string, bytes: Readable, isPacked = false): Promise<Measure> {
    const measuring = new Measuring()
    const entered = new Promise<void>((resolve) => this.#zip.once('entry', () => resolve()))
    this.#zip.append(measuring, { name, store: isPacked })
    const failed = this.#written.then(() => {
      throw new Error('the archive ended before its last entry')
    })
    await Promise.race([Promise.all([pipeline(bytes, measuring), entered]), failed])
    return measuring.measure()
  }

  addText(name: string, text: string): void {
    this.#zip.append(text, { name })
  }

  async finish(): Promise<void> {
    await Promise.all([this.#zip.finalize(), this.#written])
    await makeDurable(this.#unfinished)
    await rename(this.#unfinished, this.#path)
  }

  async discard(): Promise<void> {
    this.#zip.destroy()
    await this.#written.catch(() => undefined)
    await rm(this.#unfinished, { force: true })
  }
}
