import type { Command } from 'commander'
import { openDatabase } from './house-on-engine.ts'
import { remark, say, sentence } from './language.ts'

async function migrate(): Promise<void> {
  const opened = await openDatabase('visitor', remark)
  await opened.close()
  const { migrated } = opened
  if (migrated.length === 0) say(sentence('migrate.none'))
  else say(sentence('migrate.done', { count: migrated.length, names: migrated.join(' ') }))
}

export function migrateCommand(program: Command): void {
  program
    .command('migrate')
    .description(
      '把数据库更新到本版本(serve 会自动执行) · bring the database up to date (serve does it by itself)',
    )
    .action(migrate)
}
