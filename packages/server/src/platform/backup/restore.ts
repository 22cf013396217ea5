import { Problem } from '@chuangcheng/domain'
import pg from 'pg'
import { migrate } from '../database/migrate.ts'
import { ArchiveReader } from './archive-reader.ts'
import { type AppliedMigration, describeTables, listAppliedMigrations, type TableShape } from './catalog.ts'
import { auditHeadEntry, fileEntry, keyEntry, type Manifest, rowsEntry } from './manifest.ts'
import { restoreHeads, restoreKeys, restoreStore } from './restore-files.ts'
import { copyRowsIn, copyRowsOut, isEmptyTable, plainTextSettings } from './table-rows.ts'
import type { BackupPlaces } from './what-travels.ts'

export type RestoreRequest = {
  /** connection string of an empty database, as its owner */
  readonly url: string
  readonly places: BackupPlaces
  readonly migrationsFolder: string
  /** what this release knows, in order */
  readonly knownMigrations: readonly AppliedMigration[]
  readonly now: Date
}

/**
 * Bring an archive back (恢复) into an empty database: everything in it is checked first, then loaded in one transaction, then
 * compared once more with what the archive says. Whatever goes wrong leaves every table empty.
 * @throws Problem backup.*
 */
export async function restore(request: RestoreRequest, file: string): Promise<Manifest> {
  const archive = await ArchiveReader.open(file)
  try {
    const { manifest } = archive
    refuseUnknownMigrations(manifest, request.knownMigrations, file)
    await withClient(request.url, (client) => refuseUsed(client, manifest))
    await verifyEntries(archive)
    await migrate(request.url, request.migrationsFolder, manifest.migrations.at(-1)?.name)
    await restoreStore(archive, request.places.files)
    await withClient(request.url, (client) => loadRows(client, archive, request))
    await migrate(request.url, request.migrationsFolder)
    return manifest
  } finally {
    archive.close()
  }
}

/** Rows fit only the tables they came from: every migration of the archive must be one of ours, and ours in that order. */
function refuseUnknownMigrations(manifest: Manifest, known: readonly AppliedMigration[], file: string): void {
  for (const [index, { name, checksum }] of manifest.migrations.entries()) {
    if (!known.some((one) => one.name === name)) throw new Problem('backup.newer', { file, found: name })
    if (known[index]?.name !== name || known[index].checksum !== checksum) {
      throw new Problem('backup.other-release', { file, found: name })
    }
  }
}

async function refuseUsed(client: pg.Client, manifest: Manifest): Promise<void> {
  const applied = await listAppliedMigrations(client)
  const tables = await describeTables(client)
  if (applied === null) {
    const [stranger] = tables
    if (stranger) throw new Problem('backup.database-not-empty', { table: stranger.name })
    return
  }
  await refuseFilled(client, tables)
  const later = applied.find(({ name }) => !manifest.migrations.some((one) => one.name === name))
  if (later) throw new Problem('backup.database-newer', { found: later.name })
}

async function refuseFilled(client: pg.Client, tables: readonly TableShape[]): Promise<void> {
  for (const table of tables) {
    if (!(await isEmptyTable(client, table)))
      throw new Problem('backup.database-not-empty', { table: table.name })
  }
}

async function verifyEntries(archive: ArchiveReader): Promise<void> {
  const { tables, files, auditHeads, keys } = archive.manifest
  for (const table of tables) await archive.verify(rowsEntry(table.name), table)
  for (const { hash, byteCount } of files) await archive.verify(fileEntry(hash), { sha256: hash, byteCount })
  for (const head of auditHeads) await archive.verify(auditHeadEntry(head.name), head)
  for (const key of keys ?? []) await archive.verify(keyEntry(key.name), key)
}

async function loadRows(client: pg.Client, archive: ArchiveReader, request: RestoreRequest): Promise<void> {
  await client.query('begin')
  await client.query(
    `${plainTextSettings}; set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0`,
  )
  const shapes = await describeTables(client)
  await refuseFilled(client, shapes)
  const { file, manifest } = archive
  const byName = new Map(shapes.map((shape) => [shape.name, shape]))
  const loaded = manifest.tables.map((table) => {
    const shape = byName.get(table.name)
    if (!shape) throw new Problem('backup.damaged', { file, part: rowsEntry(table.name) })
    return { shape, table }
  })
  for (const { shape, table } of loaded) {
    await copyRowsIn(client, shape, await archive.read(rowsEntry(table.name)))
  }
  for (const { shape, table } of loaded) {
    const found = await copyRowsOut(client, shape)
    if (found.sha256 !== table.sha256 || found.rowCount !== table.rowCount) {
      throw new Problem('backup.damaged', { file, part: rowsEntry(table.name) })
    }
  }
  // Before the commit: rows never stand without the keys and heads they need; files without rows do no harm.
  await restoreKeys(archive, request.places.keys)
  await restoreHeads(archive, request.places.auditHeads, request.now)
  await client.query('commit')
}

/** Closing the connection rolls back what was not committed. */
async function withClient(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
