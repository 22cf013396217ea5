import { buffer } from 'node:stream/consumers'
import { fromBufferPromise } from 'yauzl'

/** The parts of a Word document or workbook by their names. */
export async function partsOf(file: Buffer): Promise<ReadonlyMap<string, Buffer>> {
  const zip = await fromBufferPromise(file)
  const parts = new Map<string, Buffer>()
  for await (const entry of zip.eachEntry())
    parts.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)))
  return parts
}

const found = (text: string, pattern: RegExp): string[] =>
  Array.from(text.matchAll(pattern), ({ groups: { name = '' } = {} }) => name)

/** What of a document is bookmarked, and where its links inside lead to. */
export async function linksOf(document: Buffer) {
  const text = (await partsOf(document)).get('word/document.xml')?.toString('utf8') ?? ''
  return {
    text,
    bookmarks: found(text, /<w:bookmarkStart[^>]*w:name="(?<name>[^"]+)"/gu),
    anchors: found(text, /<w:hyperlink[^>]*w:anchor="(?<name>[^"]+)"/gu),
  }
}
