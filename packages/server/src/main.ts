import { Command, CommanderError } from 'commander'
import { Problem } from '@chuangcheng/domain'
import { problemText } from './platform/http/problem-text.ts'
import { StartRefused } from './platform/engine/start-refused.ts'
import { serveCommand } from './cli/serve.ts'

const program = new Command('chuangcheng')
  .description('创城:全国文明城市创建平台 · the software of a National Civilized City campaign')
  .showHelpAfterError()
serveCommand(program)

/** What a person can mend is one sentence; anything else is a bug and shows its stack. */
function fail(error: unknown): void {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode
  } else if (error instanceof StartRefused) {
    console.error(error.message)
    process.exitCode = error.exitCode
  } else if (error instanceof Problem) {
    const locale = (process.env['LANG'] ?? '').startsWith('en') ? 'en' : 'zh-CN'
    console.error(problemText(locale, error.code, error.params))
    process.exitCode = 1
  } else {
    console.error(error)
    process.exitCode = 1
  }
}

await program.parseAsync().catch(fail)
