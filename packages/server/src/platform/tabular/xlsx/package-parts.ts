import type { Readable } from 'node:stream'
import { Problem } from '@chuangcheng/domain'
import type { Entry, ZipFile } from 'yauzl'
import { openPromise } from 'yauzl'
import type { ReadOrder } from '../table.ts'

const MOST_ENTRIES = 5000
/** A packer cannot exceed 1,032 to 1; sheets full of formatted blank rows reach some 60. */
const HIGHEST_RATIO = 200
/** Below this size a high ratio harms nobody. */
const HARMLESS_BYTES = 16 * 1024 * 1024

/** The parts (文件部件) of a workbook's zip archive, all checked before the first is read. */
export interface PackageParts {
  has(name: string): boolean
  open(name: string): Promise<Readable>
  close(): void
}

/**
 * Opens the archive and reads its directory only. What the directory says is what is read later, by the same reader, which also
 * stops an entry that unpacks to more than it declared: a directory that lies gains nothing.
 */
export async function openParts(order: ReadOrder): Promise<PackageParts> {
  const zip = await openZip(order)
  try {
    const entries = await listEntries(zip, order)
    return {
      has: (name) => entries.has(name.toLowerCase()),
      open: (name) => openEntry(zip, entries.get(name.toLowerCase()), name, order),
      close: () => zip.close(),
    }
  } catch (error) {
    zip.close()
    throw error
  }
}

async function openZip(order: ReadOrder): Promise<ZipFile> {
  try {
    return await openPromise(order.path, { lazyEntries: true, autoClose: false, validateEntrySizes: true })
  } catch (error) {
    throw damaged(order, error)
  }
}

/** What a library says about a file it cannot read is for the person who has the file: never a stack. */
export const damaged = (order: ReadOrder, error: unknown): Problem =>
  new Problem('import.damaged', {
    file: order.fileName,
    detail: (error instanceof Error ? error.message : String(error)).slice(0, 120),
  })

async function listEntries(zip: ZipFile, order: ReadOrder): Promise<Map<string, Entry>> {
  const file = order.fileName
  const tooLarge = (): Problem => new Problem('import.unpacks-too-large', { file })
  if (zip.entryCount > MOST_ENTRIES) throw tooLarge()
  const entries = new Map<string, Entry>()
  let unpacked = 0
  let packed = 0
  try {
    for await (const entry of zip.eachEntry()) {
      unpacked += entry.uncompressedSize
      packed += entry.compressedSize
      if (entry.isEncrypted()) throw new Problem('import.password-protected', { file })
      entries.set(entry.fileName.toLowerCase(), entry)
    }
  } catch (error) {
    throw error instanceof Problem ? error : damaged(order, error)
  }
  if (unpacked > order.maxUnpackedBytes) throw tooLarge()
  if (unpacked > HARMLESS_BYTES && unpacked > packed * HIGHEST_RATIO) throw tooLarge()
  return entries
}

async function openEntry(
  zip: ZipFile,
  entry: Entry | undefined,
  name: string,
  order: ReadOrder,
): Promise<Readable> {
  if (!entry) throw damaged(order, new Error(`${name} is missing`))
  try {
    return await zip.openReadStreamPromise(entry)
  } catch (error) {
    throw damaged(order, error)
  }
}
