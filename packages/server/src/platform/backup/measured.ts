import { createHash } from 'node:crypto'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** How many bytes there were, and the SHA-256 of them. */
export type Measure = { readonly byteCount: number; readonly sha256: string }

/** Lets bytes through and measures them on the way; `measure()` may be asked once they are through. */
export class Measuring extends Transform {
  readonly #digest = createHash('sha256')
  #byteCount = 0

  override _transform(
    chunk: Buffer,
    _encoding: BufferEncoding,
    done: (error: null, chunk: Buffer) => void,
  ): void {
    this.#digest.update(chunk)
    this.#byteCount += chunk.length
    done(null, chunk)
  }

  measure(): Measure {
    return { byteCount: this.#byteCount, sha256: this.#digest.digest('hex') }
  }
}

/** Read a stream to its end for its measure alone. */
export async function measureOf(bytes: Readable): Promise<Measure> {
  const measuring = new Measuring()
  await pipeline(bytes, measuring, async (chunks) => {
    for await (const _ of chunks);
  })
  return measuring.measure()
}
