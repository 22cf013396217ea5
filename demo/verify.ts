import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const COMMAND = fileURLToPath(new URL('../packages/server/bin/chuangcheng.mjs', import.meta.url))

/** What `chuangcheng verify` finds in a data folder: the audit chain, the files, the rules of the data. */
export async function verifyFolder(folder: string): Promise<string[]> {
  const run = promisify(execFile)
  const env = { ...process.env, CHUANGCHENG_DATA: folder }
  const outcome = await run(process.execPath, [COMMAND, 'verify', '--json'], { env }).catch(
    (error: { stdout?: string }) => ({ stdout: error.stdout ?? '' }),
  )
  const line = outcome.stdout.split('\n').find((one) => one.startsWith('{'))
  if (line === undefined) return ['verify said nothing']
  const { sound } = JSON.parse(line) as { sound: boolean } // our own command
  return sound ? [] : [`verify: ${line.slice(0, 500)}`]
}
