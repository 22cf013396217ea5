import { open, readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { Problem } from '@chuangcheng/domain'
import { readCsv } from './read-csv.ts'
import type { FeatureTable } from './read-geojson.ts'
import { readFeatures, readPoints } from './read-geojson.ts'
import type { ReadOptions, ReadOrder, Table } from './table.ts'
import { READ_LIMITS } from './table.ts'
import { readXlsx } from './xlsx/read-xlsx.ts'

const OLE_MARK = 'd0cf11e0a1b11ae1'
const ZIP_MARKS = ['504b0304', '504b0506', '504b0708']
const BYTE_ORDER_MARK = '\uFEFF'

type Kind = 'zip' | 'ole' | 'json' | 'markup' | 'text'

async function orderOf(path: string, options: ReadOptions): Promise<ReadOrder> {
  const { fileName = basename(path), sheet = null, knownHeaders = new Set<string>(), ...limits } = options
  const order = { ...READ_LIMITS, ...limits, path, fileName, sheet, knownHeaders }
  const { size } = await stat(path)
  if (size === 0) throw new Problem('import.empty', { file: fileName })
  if (size > order.maxBytes) {
    throw new Problem('import.file-too-large', {
      file: fileName,
      limit: Math.floor(order.maxBytes / 1024 / 1024),
    })
  }
  return order
}

/** What a file is by its first bytes; names and extensions say little. */
async function kindOf(path: string): Promise<Kind> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(1024), 0, 1024, 0)
    const start = buffer.subarray(0, bytesRead)
    const mark = start.toString('hex', 0, 8)
    if (ZIP_MARKS.some((zip) => mark.startsWith(zip))) return 'zip'
    if (mark === OLE_MARK) return 'ole'
    const text = start.toString('utf8').replace(BYTE_ORDER_MARK, '').trimStart().toLowerCase()
    if (text.startsWith('{')) return 'json'
    return /^<(?:\?xml|!doctype|html|table|meta|head|style)/u.test(text) ? 'markup' : 'text'
  } finally {
    await file.close()
  }
}

/** Old Excel files and password-protected new ones share one container; only the latter hold this name in it. */
async function refuseOle(order: ReadOrder): Promise<never> {
  const content = await readFile(order.path)
  const isEncrypted = content.includes(Buffer.from('EncryptedPackage', 'utf16le'))
  throw isEncrypted
    ? new Problem('import.password-protected', { file: order.fileName })
    : new Problem('import.save-as-xlsx', { file: order.fileName, kind: '.xls' })
}

/**
 * Reads a file a person brings (导入文件) as a table: a workbook, CSV, or a GeoJSON FeatureCollection of points, told apart by
 * content. Rows that hold nothing are left out; the others keep their row number. Memory grows with the rows that hold
 * something, not with the file.
 * @throws Problem `import.…` that names the file and what to do.
 */
export async function readTable(path: string, options: ReadOptions = {}): Promise<Table> {
  const order = await orderOf(path, options)
  switch (await kindOf(path)) {
    case 'zip':
      return readXlsx(order)
    case 'ole':
      return refuseOle(order)
    case 'json':
      return readPoints(order)
    case 'markup':
      throw new Problem('import.save-as-xlsx', { file: order.fileName, kind: 'HTML/XML' })
    case 'text':
      return readCsv(order)
  }
}

/** Reads a GeoJSON FeatureCollection of any geometry, boundaries (边界) for example; check each with `readSurface`. */
export async function readFeatureTable(path: string, options: ReadOptions = {}): Promise<FeatureTable> {
  const order = await orderOf(path, options)
  if ((await kindOf(path)) !== 'json')
    throw new Problem('import.geojson-not-features', { file: order.fileName })
  return readFeatures(order)
}
