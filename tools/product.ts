import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { dirname } from 'node:path'
import packageJson from '../package.json' with { type: 'json' }

const ROOT = dirname(import.meta.dirname)
/** A first start builds the product. */
const START_WITHIN_MS = 180_000
const STOP_WITHIN_MS = 15_000
const ASK_EVERY_MS = 10

/** The words of `npm start` behind `node`: what is measured and shown is what users run. */
const START_WORDS = packageJson.scripts.start.split(' ').slice(2)

export type RunningProduct = {
  /** http://127.0.0.1:… */
  readonly address: string
  /** the one-time link that a first start prints; null when a city stands already */
  readonly setUpLink: string | null
  /** until its first page came */
  readonly milliseconds: number
  /** ends it as an operator would; its embedded database ends with it */
  stop(): Promise<void>
}

/** A port of this machine that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port was given')
  return address.port
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null

const pause = () => new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS))

async function showsItsPage(address: string): Promise<boolean> {
  const page = await fetch(address, { headers: { accept: 'text/html' } }).catch(() => null)
  return page?.ok === true && (await page.text()).includes('<div id="root"')
}

/** Ask again and again until there is an answer. @throws when the program ends meanwhile, or it takes too long */
async function until<Answer>(
  ask: () => Answer | undefined | Promise<Answer | undefined>,
  child: ChildProcess,
): Promise<Answer> {
  const begun = performance.now()
  for (;;) {
    const answer = await ask()
    if (answer) return answer
    if (hasEnded(child)) throw new Error(`it ended with ${child.exitCode ?? child.signalCode}`)
    if (performance.now() - begun > START_WITHIN_MS) throw new Error('it took too long')
    await pause()
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  const impatience = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS)
  await ended
  clearTimeout(impatience)
}

/** The link is printed soon after the first page is there, where no city stands yet. */
async function linkOf(address: string, said: () => string, child: ChildProcess): Promise<string | null> {
  const { done }: { done: boolean } = await (await fetch(`${address}/api/set-up`)).json()
  if (done) return null
  return until(() => /(?<link>http\S+\/set-up\?token=\S+)\s/.exec(said())?.groups?.link, child)
}

/** The product as its users start it, on a data folder and a port of this machine; answers once its first page is there. */
export async function startProduct(
  folder: string,
  port: number,
  env: NodeJS.ProcessEnv = {},
): Promise<RunningProduct> {
  const begun = performance.now()
  const surroundings = { CHUANGCHENG_DATA: folder, HOST: '127.0.0.1', PORT: String(port) }
  const child = spawn(process.execPath, START_WORDS, {
    cwd: ROOT,
    env: { ...process.env, ...surroundings, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.on('data', (piece: Buffer) => {
    said += piece.toString()
  })
  const address = `http://127.0.0.1:${port}`
  try {
    await until(() => showsItsPage(address), child)
    const milliseconds = performance.now() - begun
    const setUpLink = await linkOf(address, () => said, child)
    return { address, setUpLink, milliseconds, stop: () => stop(child) }
  } catch (error) {
    await stop(child)
    throw new Error(`the product did not start\n${said}`, { cause: error })
  }
}
