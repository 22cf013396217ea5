import { open } from 'node:fs/promises'
import { Problem } from '@chuangcheng/domain'
import { fileTypeFromFile } from 'file-type'

const PICTURES = ['image/jpeg', 'image/png', 'image/webp']
const DOCUMENTS = [
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/x-cfb',
  'application/zip',
]
const TEXT = 'text/plain'
const SHOWN_KINDS = 'JPG、PNG、WebP、PDF、XLSX、DOCX、CSV、GeoJSON、TXT'
const SAMPLE_BYTES = 8192
const MOST_CONTROL_SHARE = 0.02

export const isPicture = (mediaType: string): boolean => PICTURES.includes(mediaType)

/** Text in any of the encodings a table comes in: UTF-16 by its mark, else hardly any control characters. */
function looksLikeText(sample: Uint8Array): boolean {
  const isUtf16 = (sample[0] === 0xff && sample[1] === 0xfe) || (sample[0] === 0xfe && sample[1] === 0xff)
  if (isUtf16) return true
  const controls = sample.filter((byte) => byte < 9 || (byte > 13 && byte < 32)).length
  return controls <= sample.length * MOST_CONTROL_SHARE
}

async function sampleOf(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SAMPLE_BYTES), 0, SAMPLE_BYTES, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/**
 * The media type of a stored file, by its content.
 * @throws Problem file.type-refused
 */
export async function mediaTypeOf(path: string): Promise<string> {
  const found = (await fileTypeFromFile(path))?.mime
  // An .xlsx that is damaged, or no workbook at all, still looks like a zip: its reader says what is wrong with it.
  if (found !== undefined && (PICTURES.includes(found) || DOCUMENTS.includes(found))) return found
  if (found === undefined || found === 'application/xml') {
    if (looksLikeText(await sampleOf(path))) return TEXT
  }
  throw new Problem('file.type-refused', { type: found ?? 'application/octet-stream', allowed: SHOWN_KINDS })
}
