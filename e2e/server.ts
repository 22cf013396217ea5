import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type RunningProduct = {
  /** http://127.0.0.1:… */
  readonly address: string
  /** the one-time link that the first start prints */
  readonly setUpLink: string
  /** Ends it as an operator would; its embedded database ends with it. */
  stop(): Promise<void>
}

const ROOT = join(import.meta.dirname, '..')
/** A first start builds the product. */
const LONGEST_START = 120_000
const LONGEST_STOP = 15_000

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('no port was given')
  return address.port
}

/** Resolves with the set-up link once it is printed: then the product listens. */
function linkPrinted(child: ChildProcess, said: { text: string }): Promise<string> {
  return new Promise((resolve, reject) => {
    const refuse = (why: string) => reject(new Error(`The product did not start: ${why}\n${said.text}`))
    const timer = setTimeout(() => refuse('it took too long'), LONGEST_START)
    const settle = () => clearTimeout(timer)
    child.once('exit', (code) => {
      settle()
      refuse(`it ended with ${code}`)
    })
    child.stdout?.on('data', () => {
      const [link] = /http\S+\/set-up\?token=\S+/.exec(said.text) ?? []
      if (!link) return
      settle()
      resolve(link)
    })
  })
}

/** Starts the product as a new user does, on an empty folder and a port of its own. */
export async function startProduct(): Promise<RunningProduct> {
  const folder = await mkdtemp(join(tmpdir(), 'chuangcheng-journeys-'))
  const port = await freePort()
  const { DATABASE_URL: _, ...environment } = process.env
  const child = spawn(process.execPath, [join(ROOT, 'tools/start.mjs')], {
    cwd: ROOT,
    env: { ...environment, CHUANGCHENG_DATA: folder, HOST: '127.0.0.1', PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { text: '' }
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (piece: Buffer) => {
      said.text += piece.toString()
    })
  }
  const stop = async () => {
    if (child.exitCode === null) {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      const impatience = setTimeout(() => child.kill('SIGKILL'), LONGEST_STOP)
      await ended
      clearTimeout(impatience)
    }
    await rm(folder, { recursive: true, force: true })
  }
  try {
    const setUpLink = await linkPrinted(child, said)
    return { address: `http://127.0.0.1:${port}`, setUpLink, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
