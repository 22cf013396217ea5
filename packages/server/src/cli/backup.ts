import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Command } from 'commander'
import { BACKUP_CONTENTS } from '../backup-contents.ts'
import { backup, type Manifest } from '../platform/backup/index.ts'
import { openEngine } from '../platform/engine/open-engine.ts'
import { checkoutRoot } from '../platform/engine/places.ts'
import { remark, say, sentence } from './language.ts'

type BackupOptions = { readonly withKeys?: true; readonly json?: true }

/** What a backup or a restore brought over, in numbers. */
export const contentsOf = ({ tables, files }: Manifest) => ({
  tables: tables.length,
  rows: tables.reduce((sum, { rowCount }) => sum + rowCount, 0),
  files: files.length,
})

function productVersion(): string {
  const text = readFileSync(join(checkoutRoot(), 'packages/server/package.json'), 'utf8')
  // Our own package file.
  return (JSON.parse(text) as { version: string }).version
}

async function takeBackup(path: string, options: BackupOptions): Promise<void> {
  const file = resolve(path)
  const engine = await openEngine({ env: process.env, log: remark, role: 'visitor' })
  try {
    const manifest = await backup(
      {
        url: engine.url,
        places: engine.places,
        travels: BACKUP_CONTENTS,
        productVersion: productVersion(),
        withKeys: options.withKeys === true,
        now: new Date(),
      },
      file,
    )
    report(file, manifest, engine.places.keys, options)
  } finally {
    await engine.stop()
  }
}

function report(file: string, manifest: Manifest, keysFolder: string, options: BackupOptions): void {
  const counts = contentsOf(manifest)
  const { lostFiles, createdAt } = manifest
  if (options.json)
    say(JSON.stringify({ file, createdAt, ...counts, withKeys: manifest.keys !== null, lostFiles }))
  else say(sentence('backup.done', { file, ...counts }))
  remark(
    sentence(manifest.keys === null ? 'backup.without-keys' : 'backup.with-keys', { folder: keysFolder }),
  )
  for (const { hash, fault } of lostFiles) {
    remark(sentence('backup.lost-file', { hash, fault: sentence(`backup.fault.${fault}`) }))
  }
  if (lostFiles.length > 0) process.exitCode = 1
}

export function backupCommand(program: Command): void {
  program
    .command('backup <file>')
    .description(
      '把全部数据备份成一个文件，服务照常运行 · write everything into one archive while the server works on',
    )
    .option(
      '--with-keys',
      '连同密钥（个人信息的主密钥）一起备份 · take the keys along, which open personal data',
    )
    .option('--json', '以 JSON 输出结果 · print the result as JSON')
    .action(takeBackup)
}
