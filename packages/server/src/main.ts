import { Problem } from '@chuangcheng/domain'
import { Command, CommanderError } from 'commander'
import { backupCommand } from './cli/backup.ts'
import { exportCommand } from './cli/export.ts'
import { importCommand } from './cli/import.ts'
import { shellLocale } from './cli/language.ts'
import { migrateCommand } from './cli/migrate.ts'
import { restoreCommand } from './cli/restore.ts'
import { scoreCommand } from './cli/score.ts'
import { serveCommand } from './cli/serve.ts'
import { verifyCommand } from './cli/verify.ts'
import { StartRefused } from './platform/engine/start-refused.ts'
import { problemText } from './platform/http/problem-text.ts'

const EXIT_CODES = `
退出码 · exit codes:
  0  完成 · done
  1  被拒绝，或发现异常 · refused, or faults were found
  3  已有服务在运行 · a server runs already
  4  数据由其他版本写入 · written by another release
  5  本机环境有问题 · something on this machine stands in the way

CHUANGCHENG_DATA 数据目录 · the data folder    DATABASE_URL 自备的数据库 · a database of your own`

const program = new Command('chuangcheng')
  .description('创城:全国文明城市创建平台 · the software of a National Civilized City campaign')
  .showHelpAfterError()
  .addHelpText('after', EXIT_CODES)
for (const addCommand of [
  serveCommand,
  migrateCommand,
  importCommand,
  exportCommand,
  scoreCommand,
  verifyCommand,
  backupCommand,
  restoreCommand,
]) {
  addCommand(program)
}

/** What a person can mend is one sentence; anything else is a bug and shows its stack. */
function fail(error: unknown): void {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode
  } else if (error instanceof StartRefused) {
    console.error(error.message)
    process.exitCode = error.exitCode
  } else if (error instanceof Problem) {
    console.error(problemText(shellLocale(), error.code, error.params))
    process.exitCode = 1
  } else {
    console.error(error)
    process.exitCode = 1
  }
}

await program.parseAsync().catch(fail)
