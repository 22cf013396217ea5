import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const START_WITHIN_MS = 180_000

export type Product = {
  readonly address: string
  /** of the one-time set-up link; null when a city stands already */
  readonly setUpToken: string | null
  readonly child: ChildProcess
  stop(): Promise<void>
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('no port was given')
  return address.port
}

/** The product as its users start it, on a data folder; resolves once it listens. */
export async function startProduct(folder: string, port: number): Promise<Product> {
  const child = spawn(process.execPath, [`${ROOT}tools/start.mjs`], {
    cwd: ROOT,
    env: {
      ...process.env,
      CHUANGCHENG_DATA: folder,
      HOST: '127.0.0.1',
      PORT: String(port),
      REQUESTS_PER_MINUTE: '1000000',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.on('data', (piece: Buffer) => {
    said += piece.toString()
  })
  const address = `http://127.0.0.1:${port}`
  const stop = async () => {
    if (child.exitCode !== null) return
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    await ended
  }
  const begun = Date.now()
  while (Date.now() - begun < START_WITHIN_MS) {
    if (child.exitCode !== null) throw new Error(`the product ended with ${child.exitCode}\n${said}`)
    const listens = await fetch(`${address}/api/set-up`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (listens) {
      // The link is printed right after the product begins to listen.
      await new Promise((resolve) => setTimeout(resolve, 300))
      return { address, setUpToken: /token=(?<token>\S+)/.exec(said)?.groups?.token ?? null, child, stop }
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  await stop()
  throw new Error(`the product did not answer in time\n${said}`)
}
