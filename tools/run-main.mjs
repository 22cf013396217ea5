import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { listOutOfDate } from './build.mjs'

const root = dirname(import.meta.dirname)

/**
 * Builds if something is out of date, then runs the server's command line in this process.
 *
 * @param {string[]} words what stands behind `chuangcheng` on the command line
 */
export async function runMain(words) {
  if (listOutOfDate().length > 0) await buildApart()
  process.setSourceMapsEnabled(true)
  const main = join(root, 'packages/server/dist/main.js')
  process.argv = [process.execPath, main, ...words]
  await import(pathToFileURL(main).href)
}

/** In a process of its own: the bundlers' memory is not carried along for the months the server runs. */
async function buildApart() {
  console.error('正在构建,首次启动需要十几秒 · Building; the first start takes some seconds')
  // What a command prints is its result, so the build speaks on the error stream.
  const child = spawn(process.execPath, [join(root, 'tools/build.mjs')], {
    stdio: ['ignore', process.stderr, 'inherit'],
  })
  const endChild = (signal) => child.kill(signal)
  const signals = ['SIGINT', 'SIGTERM']
  for (const signal of signals) process.once(signal, endChild)
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (exitCode, signal) => resolve(signal === null ? exitCode : 130))
  })
  for (const signal of signals) process.off(signal, endChild)
  if (code !== 0) process.exit(code)
}
