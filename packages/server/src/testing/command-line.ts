import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, vi } from 'vitest'
import { bundleServer } from '../../../../tools/build.mjs'

type Running = ChildProcess & { readonly stdout: NodeJS.ReadableStream }

/** `chuangcheng` as people run it, in a shell that speaks Chinese. */
export type CommandLine = {
  readonly start: (words: readonly string[], env?: NodeJS.ProcessEnv) => Running
  /** run a command to its end */
  readonly run: (
    words: readonly string[],
    env?: NodeJS.ProcessEnv,
  ) => Promise<{ readonly out: string; readonly err: string; readonly code: number | null }>
}

/** The real bundle, built for the tests of a file. @param surroundings where its city is */
export function useCommandLine(surroundings: () => NodeJS.ProcessEnv): CommandLine {
  // Beside the real bundle, because npm packages are looked for from where it lies.
  const bundle = fileURLToPath(new URL(`../../dist/under-test-${uuidv7()}`, import.meta.url))
  // Each test starts whole programs, up to four one after the other, on machines that are busy with other tests.
  vi.setConfig({ testTimeout: 60_000 })
  beforeAll(() => bundleServer(bundle))
  afterAll(() => rmSync(bundle, { recursive: true, force: true }))

  const start: CommandLine['start'] = (words, env = {}) =>
    spawn(process.execPath, [join(bundle, 'main.js'), ...words], {
      env: { ...process.env, LC_ALL: '', LANG: 'zh_CN.UTF-8', ...surroundings(), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  return {
    start,
    run: async (words, env) => {
      const child = start(words, env)
      if (!child.stderr) throw new Error('no pipes')
      const [out, err, [code]] = await Promise.all([
        text(child.stdout),
        text(child.stderr),
        once(child, 'exit'),
      ])
      return { out, err, code }
    },
  }
}
