import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Datum } from '@chuangcheng/domain'
import type { Author, Database } from '../../platform/database/database.ts'
import type { FileStore } from '../../platform/store/file-store.ts'
import { areaBoundaryImport, areaImport, changeBaseMap } from '../areas/index.ts'
import { addLocalFile } from '../files/index.ts'
import { userImport } from '../identity/index.ts'
import { type ImportKind, importFile } from '../imports/index.ts'
import { organizationImport } from '../organizations/index.ts'
import { siteImport, siteTypeImport } from '../sites/index.ts'
import { type QinglanFiles, writeQinglan } from './qinglan/index.ts'

type Step = { readonly kind: ImportKind; readonly path: string; readonly datum: Datum }

/** In the order in which they refer to each other. */
const stepsOf = (files: QinglanFiles): Step[] => [
  { kind: areaImport, path: files.areas, datum: 'WGS84' },
  { kind: areaBoundaryImport, path: files.boundaries, datum: files.datums.boundaries },
  { kind: organizationImport, path: files.organizations, datum: 'WGS84' },
  { kind: userImport, path: files.users, datum: 'WGS84' },
  { kind: siteTypeImport, path: files.siteTypes, datum: 'WGS84' },
  { kind: siteImport, path: files.sites, datum: files.datums.sites },
]

/**
 * Move the fictional city 清澜市 in: its files are written as a real city would bring them, and loaded by the same importers.
 * An error in one of them is a bug of ours, hence no Problem.
 */
export async function moveQinglanIn(database: Database, store: FileStore, author: Author): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'chuangcheng-qinglan-'))
  try {
    const files = await writeQinglan(folder)
    for (const { kind, path, datum } of stepsOf(files)) {
      const file = await addLocalFile(database, store, author, path)
      const { imported, findings } = await importFile(database, author, null, kind, file, {
        datum,
        dryRun: false,
      })
      if (!imported)
        throw new Error(`${kind.kind} of 清澜市 was refused: ${JSON.stringify(findings.slice(0, 5))}`)
    }
    const map = await addLocalFile(database, store, author, files.baseMap)
    const order = { datum: files.datums.baseMap, attribution: '清澜市（虚构）', approvalNumber: '' }
    await changeBaseMap({ database, store }, author, null, map, order)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
