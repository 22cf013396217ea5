import { resolve } from 'node:path'
import type { Command } from 'commander'
import { type Manifest, restore } from '../platform/backup/index.ts'
import type { Database } from '../platform/database/database.ts'
import { migrationsOf } from '../platform/database/migrate.ts'
import { openEngine } from '../platform/engine/open-engine.ts'
import { contentsOf } from './backup.ts'
import { commandLineAuthor } from './city.ts'
import { mustBeFile } from './files.ts'
import { databaseOf, MIGRATIONS_FOLDER } from './house-on-engine.ts'
import { remark, say, sentence } from './language.ts'

type RestoreOptions = { readonly json?: true }

async function restoreBackup(path: string, options: RestoreOptions): Promise<void> {
  const file = resolve(path)
  mustBeFile(file)
  const knownMigrations = await migrationsOf(MIGRATIONS_FOLDER)
  // As a server: nothing else may work on this database meanwhile.
  const engine = await openEngine({ env: process.env, log: remark, role: 'server' })
  try {
    const { url, places } = engine
    const request = { url, places, migrationsFolder: MIGRATIONS_FOLDER, knownMigrations, now: new Date() }
    const manifest = await restore(request, file)
    await recordRestore(databaseOf(engine), manifest)
    report(file, manifest, places.keys, options)
  } finally {
    await engine.stop()
  }
}

/** The log says from when on it went on elsewhere. */
async function recordRestore(database: Database, { createdAt, tables }: Manifest): Promise<void> {
  try {
    for (const { id } of await database.everyCity()) {
      await database.transact(commandLineAuthor(id), async (tx) =>
        tx.record({
          action: 'city.restore',
          subjectKind: 'city',
          subjectId: id,
          before: null,
          after: { createdAt, rowCount: tables.reduce((sum, { rowCount }) => sum + rowCount, 0) },
        }),
      )
    }
  } finally {
    await database.close()
  }
}

function report(file: string, manifest: Manifest, keysFolder: string, { json }: RestoreOptions): void {
  const counts = contentsOf(manifest)
  const { createdAt, lostFiles } = manifest
  if (json) say(JSON.stringify({ file, createdAt, ...counts, withKeys: manifest.keys !== null, lostFiles }))
  else say(sentence('restore.done', { file, createdAt, ...counts }))
  remark(sentence('restore.sign-in'))
  if (manifest.keys === null) remark(sentence('restore.without-keys', { folder: keysFolder }))
}

export function restoreCommand(program: Command): void {
  program
    .command('restore <file>')
    .description('把备份恢复到空的数据库 · bring a backup back into an empty database')
    .option('--json', '以 JSON 输出结果 · print the result as JSON')
    .action(restoreBackup)
}
