import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Problem } from '@chuangcheng/domain'
import pg from 'pg'
import { FileStore } from '../store/file-store.ts'
import { ArchiveWriter } from './archive-writer.ts'
import { describeTables, inLoadingOrder, listAppliedMigrations, type TableShape } from './catalog.ts'
import {
  type ArchivedTable,
  auditHeadEntry,
  FORMAT_VERSION,
  fileEntry,
  keyEntry,
  MANIFEST,
  MANIFEST_HASH,
  type Manifest,
  type NamedFile,
  rowsEntry,
} from './manifest.ts'
import { copyRowsOut, plainTextSettings } from './table-rows.ts'
import { type BackupPlaces, carriedTables, type WhatTravels } from './what-travels.ts'

export type BackupRequest = {
  /** connection string, as the database's owner */
  readonly url: string
  readonly places: BackupPlaces
  readonly travels: WhatTravels
  readonly productVersion: string
  readonly withKeys: boolean
  readonly now: Date
}

/** A file as it was when we looked; it may only have grown since. */
type SizedFile = { readonly name: string; readonly path: string; readonly byteCount: number }

/**
 * Take everything a city needs to live elsewhere into one archive (备份), while the server works on: all rows are read in one
 * snapshot, files never change once they are there. The job queue is not carried: its jobs start themselves by the clock.
 * @throws Problem backup.target-exists · backup.nothing
 */
export async function backup(request: BackupRequest, file: string): Promise<Manifest> {
  if (await exists(file)) throw new Problem('backup.target-exists', { file })
  // Heads before rows: a block is durable before its head is written, so every head taken has its block in the snapshot.
  const heads = await listFiles(request.places.auditHeads)
  const archive = await ArchiveWriter.to(file)
  try {
    const rows = await archiveRows(request, archive)
    const { files, lostFiles } = await archiveStore(request.places.files, rows.hashes, archive)
    const manifest: Manifest = {
      format: 'chuangcheng-backup',
      formatVersion: FORMAT_VERSION,
      productVersion: request.productVersion,
      createdAt: request.now.toISOString(),
      databaseVersion: rows.databaseVersion,
      migrations: rows.migrations,
      tables: rows.tables,
      tablesWithoutRows: [...request.travels.tablesWithoutRows],
      files,
      lostFiles,
      auditHeads: await archiveFiles(heads, auditHeadEntry, archive),
      keys: request.withKeys
        ? await archiveFiles(await listFiles(request.places.keys), keyEntry, archive)
        : null,
    }
    const text = JSON.stringify(manifest, null, 1)
    archive.addText(MANIFEST, text)
    archive.addText(MANIFEST_HASH, createHash('sha256').update(text).digest('hex'))
    await archive.finish()
    return manifest
  } catch (error) {
    await archive.discard()
    throw error
  }
}

/** One snapshot of the whole database, without a lock that anybody would notice. */
async function archiveRows({ url, travels }: BackupRequest, archive: ArchiveWriter) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    await client.query(
      `${plainTextSettings}; set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0`,
    )
    const migrations = await listAppliedMigrations(client)
    if (migrations === null) throw new Problem('backup.nothing')
    const tables: ArchivedTable[] = []
    for (const table of carriedTables(inLoadingOrder(await describeTables(client)), travels)) {
      tables.push(await archiveTable(client, table, archive))
    }
    const hashes = await client.query<{ hash: string }>(travels.fileHashes)
    const version = await client.query<{ version: string }>(
      `select current_setting('server_version') as version`,
    )
    await client.query('commit')
    return {
      migrations,
      tables,
      hashes: hashes.rows.map(({ hash }) => hash),
      databaseVersion: version.rows[0]?.version ?? '',
    }
  } finally {
    await client.end()
  }
}

async function archiveTable(
  client: pg.Client,
  table: TableShape,
  archive: ArchiveWriter,
): Promise<ArchivedTable> {
  const measured = await copyRowsOut(client, table, (rows) => archive.add(rowsEntry(table.name), rows))
  return { name: table.name, columns: [...table.columns], ...measured }
}

/** A picture that was lost must not cost us the backup of all the others: it is named, and the rest is taken. */
async function archiveStore(folder: string, hashes: readonly string[], archive: ArchiveWriter) {
  const store = new FileStore(folder)
  const files: Manifest['files'] = []
  const lostFiles: Manifest['lostFiles'] = []
  for (const hash of hashes) {
    if (!(await store.has(hash))) {
      lostFiles.push({ hash, fault: 'missing' })
      continue
    }
    const { sha256, byteCount } = await archive.add(fileEntry(hash), store.read(hash), true)
    if (sha256 === hash) files.push({ hash, byteCount })
    else lostFiles.push({ hash, fault: 'damaged' })
  }
  return { files, lostFiles }
}

async function archiveFiles(
  files: readonly SizedFile[],
  entryOf: (name: string) => string,
  archive: ArchiveWriter,
): Promise<NamedFile[]> {
  const archived: NamedFile[] = []
  for (const { name, path, byteCount } of files) {
    const bytes = createReadStream(path, { start: 0, end: byteCount - 1 })
    archived.push({ name, ...(await archive.add(entryOf(name), bytes)) })
  }
  return archived
}

async function listFiles(folder: string): Promise<SizedFile[]> {
  const found = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  const names = found.filter((entry) => entry.isFile()).map(({ name }) => name)
  const sized = await Promise.all(
    names.sort().map(async (name) => {
      const path = join(folder, name)
      return { name, path, byteCount: (await stat(path)).size }
    }),
  )
  return sized.filter(({ byteCount }) => byteCount > 0)
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )
