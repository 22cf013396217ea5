import { Problem } from '@chuangcheng/domain'
import { fileTypeFromBuffer, fileTypeFromFile } from 'file-type'
import type { StoredBytes } from '../../platform/store/file-store.ts'

const PICTURES = ['image/jpeg', 'image/png', 'image/webp']
const DOCUMENTS = [
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/x-cfb',
  'application/zip',
]
const TEXT = 'text/plain'
const SHOWN_PICTURES = 'JPG、PNG、WebP'
const SHOWN_KINDS = `${SHOWN_PICTURES}、PDF、XLSX、DOCX、CSV、GeoJSON、TXT`
const SAMPLE_BYTES = 8192
const MOST_CONTROL_SHARE = 0.02

export const isPicture = (mediaType: string): boolean => PICTURES.includes(mediaType)

const UTF_16_MARKS: Readonly<Record<string, string>> = { fffe: 'utf-16le', feff: 'utf-16be' }

const isControl = (code: number): boolean => code < 9 || (code > 13 && code < 32)

/** Text in UTF-16, by its mark; some libraries take the mark for the start of a piece of music. */
function looksLikeUtf16(sample: Uint8Array): boolean {
  const encoding = UTF_16_MARKS[Buffer.from(sample.subarray(0, 2)).toString('hex')]
  if (encoding === undefined) return false
  const text = new TextDecoder(encoding).decode(sample)
  const strange = Array.from(text).filter((one) => one === '\uFFFD' || isControl(one.charCodeAt(0))).length
  return strange <= text.length * MOST_CONTROL_SHARE
}

/** Text in any other encoding a table comes in has hardly any control characters. */
const looksLikeText = (sample: Uint8Array): boolean =>
  sample.filter(isControl).length <= sample.length * MOST_CONTROL_SHARE

type Stored = Pick<StoredBytes, 'path' | 'beginning'>

/** What a file is, by its sample where that says it, else by all of it. Null: text, or nothing anybody knows. */
async function kindOf({ path }: Stored, sample: Uint8Array): Promise<string | null> {
  // A picture shows what it is at its very beginning; what else there is may have to be searched for.
  const early = (await fileTypeFromBuffer(sample))?.mime
  if (early !== undefined && PICTURES.includes(early)) return early
  return (await fileTypeFromFile(path))?.mime ?? null
}

/**
 * The media type of a stored file, by its content. `name` is what its owner calls it.
 * @throws Problem file.type-refused
 */
export async function mediaTypeOf(stored: Stored, name: string, mustBePicture: boolean): Promise<string> {
  const sample = stored.beginning.subarray(0, SAMPLE_BYTES)
  const isUtf16 = looksLikeUtf16(sample)
  const found = isUtf16 ? null : await kindOf(stored, sample)
  const isText = isUtf16 || ((found === null || found === 'application/xml') && looksLikeText(sample))
  const type = isText ? TEXT : (found ?? 'application/octet-stream')
  // An .xlsx that is damaged, or no workbook at all, still looks like a zip: its reader says what is wrong with it.
  const accepted = mustBePicture ? PICTURES : [...PICTURES, ...DOCUMENTS, TEXT]
  if (accepted.includes(type)) return type
  const allowed = mustBePicture ? SHOWN_PICTURES : SHOWN_KINDS
  throw new Problem('file.type-refused', { file: name, type, allowed })
}
