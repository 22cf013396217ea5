import { createReadStream } from 'node:fs'
import { TextDecoder } from 'node:util'
import { Problem } from '@chuangcheng/domain'
import type { ReadOrder } from './table.ts'

export type TextEncodingName = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be'

const LINE_FEED = 10

/** What a close look at the bytes learns, in one pass and constant memory. */
interface Survey {
  readonly start: Buffer
  readonly nulCount: number
  readonly utf8: Trial
  readonly gb18030: Trial
  /** Of two-byte pairs, how many are common characters of GB 2312: high for Chinese text, low for Big5 or noise. */
  readonly commonShare: number
}

/** Whether the bytes are valid in one encoding, and the first line that is not. */
interface Trial {
  readonly isValid: boolean
  readonly brokenLine: number
  /** Replacement characters and characters beyond ASCII, when decoded leniently. */
  readonly replaced: number
  readonly beyondAscii: number
}

class EncodingTrial {
  private readonly decoder: TextDecoder
  private line = 1
  private brokenLine = 0
  private replaced = 0
  private beyondAscii = 0
  constructor(encoding: 'utf-8' | 'gb18030') {
    this.decoder = new TextDecoder(encoding)
  }

  feed(chunk: Buffer | null): void {
    const text = chunk ? this.decoder.decode(chunk, { stream: true }) : this.decoder.decode()
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code === LINE_FEED) this.line++
      if (code < 128) continue
      this.beyondAscii++
      if (code !== 0xfffd) continue
      this.replaced++
      if (this.brokenLine === 0) this.brokenLine = this.line
    }
  }

  result(): Trial {
    const { brokenLine, replaced, beyondAscii } = this
    return { isValid: replaced === 0, brokenLine, replaced, beyondAscii }
  }
}

/** Signs, digits and everyday characters of GB 2312: rows A1–A3 and B0–F7. */
const isCommonPair = (lead: number, trail: number): boolean =>
  trail >= 0xa1 && ((lead >= 0xa1 && lead <= 0xa3) || (lead >= 0xb0 && lead <= 0xf7))

/** Counts pairs of high bytes, and the common ones among them. */
class PairCount {
  pairs = 0
  common = 0
  private lead = 0
  feed(chunk: Buffer): void {
    for (const byte of chunk) {
      if (this.lead === 0) {
        this.lead = byte >= 0x81 ? byte : 0
        continue
      }
      this.pairs++
      if (isCommonPair(this.lead, byte)) this.common++
      this.lead = 0
    }
  }
}

async function survey(path: string): Promise<Survey> {
  const utf8 = new EncodingTrial('utf-8')
  const gb18030 = new EncodingTrial('gb18030')
  const pairs = new PairCount()
  let start = Buffer.alloc(0)
  let nulCount = 0
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    // without an encoding, chunks are Buffers
    if (start.length < 4) start = Buffer.concat([start, chunk.subarray(0, 4)])
    for (let at = chunk.indexOf(0); at >= 0; at = chunk.indexOf(0, at + 1)) nulCount++
    utf8.feed(chunk)
    gb18030.feed(chunk)
    pairs.feed(chunk)
  }
  utf8.feed(null)
  gb18030.feed(null)
  const commonShare = pairs.pairs === 0 ? 1 : pairs.common / pairs.pairs
  return { start, nulCount, utf8: utf8.result(), gb18030: gb18030.result(), commonShare }
}

/** Most files are: asking first spares them the close look. */
async function isCleanUtf8(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8')
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    // without an encoding, chunks are Buffers
    if (chunk.includes(0) || decoder.decode(chunk, { stream: true }).includes('\uFFFD')) return false
  }
  return !decoder.decode().includes('\uFFFD')
}

const byMark = (start: Buffer): TextEncodingName | null => {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  return start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : null
}

/**
 * Decides by content how a text file is encoded (文字编码): a byte order mark, else valid UTF-8, else GB18030 that reads like Chinese.
 * Throws `import.encoding-damaged` where one encoding nearly fits, `import.encoding-unknown` where none does,
 * `import.not-a-table` for bytes that are no text.
 */
export async function detectEncoding(order: ReadOrder): Promise<TextEncodingName> {
  if (await isCleanUtf8(order.path)) return 'utf-8'
  const found = await survey(order.path)
  const marked = byMark(found.start)
  if (marked) return marked
  const file = order.fileName
  if (found.nulCount > 0) throw new Problem('import.not-a-table', { file })
  const { utf8, gb18030 } = found
  // Sound UTF-8 characters outnumber broken ones only in a UTF-8 file that was damaged.
  if (utf8.beyondAscii > utf8.replaced * 10) {
    throw new Problem('import.encoding-damaged', { file, line: utf8.brokenLine, encoding: 'UTF-8' })
  }
  if (gb18030.isValid && found.commonShare >= 0.6) return 'gb18030'
  if (found.commonShare >= 0.6 && gb18030.beyondAscii > gb18030.replaced * 10) {
    throw new Problem('import.encoding-damaged', { file, line: gb18030.brokenLine, encoding: 'GB18030' })
  }
  throw new Problem('import.encoding-unknown', { file })
}

/** The text of a file, piece by piece, without its byte order mark. */
export async function* decodedText(order: ReadOrder, encoding: TextEncodingName): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of createReadStream(order.path) as AsyncIterable<Buffer>) {
    // without an encoding, chunks are Buffers
    const text = decoder.decode(chunk, { stream: true })
    if (text !== '') yield text
  }
  const rest = decoder.decode()
  if (rest !== '') yield rest
}
