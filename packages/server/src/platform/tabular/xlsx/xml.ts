import type { Readable } from 'node:stream'
import { Problem } from '@chuangcheng/domain'
import { SaxesParser } from 'saxes'
import type { ReadOrder } from '../table.ts'
import { damaged } from './package-parts.ts'

/** A run of text between two tags longer than this is no cell: it is refused before it fills the memory. */
const LONGEST_RUN = 16 * 1024 * 1024

export type XmlAttributes = Readonly<Record<string, string | undefined>>

/** What a reader of a part wants to hear. Names come without their namespace prefix. */
export interface XmlListener {
  open(name: string, attributes: XmlAttributes): void
  close?(name: string): void
  text?(text: string): void
}

/** Thrown by a listener that has heard enough. */
export class EnoughRead extends Error {}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/**
 * Reads an XML part piece by piece. Document types are not expanded, so there are no entity bombs. Problems of listeners pass
 * through; anything else wrong with the part is `import.damaged`.
 */
export async function readXml(part: Readable, order: ReadOrder, listener: XmlListener): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: false })
  let run = 0
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', (tag) => {
    run = 0
    listener.open(localName(tag.name), tag.attributes)
  })
  parser.on('closetag', (tag) => {
    run = 0
    listener.close?.(localName(tag.name))
  })
  parser.on('text', (text) => listener.text?.(text))
  parser.on('cdata', (text) => listener.text?.(text))
  const decoder = new TextDecoder('utf-8')
  try {
    for await (const chunk of part as AsyncIterable<Buffer>) {
      // no encoding is set on it: chunks are Buffers
      run += chunk.length
      if (run > LONGEST_RUN) throw new Problem('import.unpacks-too-large', { file: order.fileName })
      parser.write(decoder.decode(chunk, { stream: true }))
    }
    parser.write(decoder.decode()).close()
  } catch (error) {
    if (error instanceof EnoughRead) return
    throw error instanceof Problem ? error : damaged(order, error)
  } finally {
    part.destroy()
  }
}
