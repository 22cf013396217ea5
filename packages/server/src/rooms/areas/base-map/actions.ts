import { Readable } from 'node:stream'
import { type Actor, type Datum, Problem, scopeOf } from '@chuangcheng/domain'
import { v7 as uuidv7 } from 'uuid'
import type { Author, Database } from '../../../platform/database/database.ts'
import type { FileStore } from '../../../platform/store/file-store.ts'
import { type ImportFile, insertFile, storeBytes } from '../../files/index.ts'
import { readBaseMap } from './features.ts'
import { findBaseMap, insertBaseMap } from './queries.ts'

export type BaseMapOrder = {
  readonly datum: Datum
  readonly attribution: string
  /** 审图号 */
  readonly approvalNumber: string
}

/**
 * Take a GeoJSON file as the base map (更换底图). What is kept is the converted file, so that showing it is reading it. It lies beneath
 * everything everybody sees: only whoever holds the whole city may change it.
 * @param actor null = the system (set-up, command line)
 * @throws Problem access.out-of-scope · import.*
 */
export async function changeBaseMap(
  { database, store }: { database: Database; store: FileStore },
  author: Author,
  actor: Actor | null,
  file: ImportFile,
  { datum, attribution, approvalNumber }: BaseMapOrder,
): Promise<void> {
  if (actor !== null && !scopeOf(actor, 'area.import').everything) {
    throw new Problem('access.out-of-scope', { permission: 'area.import' })
  }
  const map = await readBaseMap(file, datum)
  const bytes = Readable.from([Buffer.from(map)])
  const converted = await storeBytes(store, { id: uuidv7(), name: file.name, bytes })
  await database.transact(author, async (tx) => {
    // No entry of its own: nobody brought this file, and the entry of the map names it and the one it was made from.
    await insertFile(tx, converted)
    const before = (await findBaseMap(tx)) ?? null
    const after = { fileId: converted.id, attribution, approvalNumber }
    const subjectId = await insertBaseMap(tx, after)
    tx.record({
      action: 'baseMap.change',
      subjectKind: 'baseMap',
      subjectId,
      before,
      after: { ...after, datum, from: file.id },
    })
  })
}
