import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliDecompressSync } from 'node:zlib'
import { v7 as uuidv7 } from 'uuid'
import { PlainClient } from './plain-client.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const START_WITHIN_MS = 120_000
const PORT = 8190
/** those of `npm start` */
const NODE_OPTIONS = ['--min-semi-space-size=16', '--max-semi-space-size=64']
const AGENT = new Agent({ keepAlive: true })
export const PASSWORD = 'Qinglan-2026-run'

/** The product as its users run it: `npm start` on a data folder of its own, durable commits and all. */
export class Product {
  readonly folder: string
  readonly address = `http://127.0.0.1:${PORT}`
  #child: ChildProcess | undefined
  #token = ''
  #said = ''

  private constructor(folder: string) {
    this.folder = folder
  }

  static async inNewFolder(): Promise<Product> {
    return new Product(await mkdtemp(join(tmpdir(), 'chuangcheng-bench-')))
  }

  /** Start and wait for the first page. Answers the milliseconds until it came. */
  async start(): Promise<number> {
    const begun = performance.now()
    const env = {
      ...process.env,
      CHUANGCHENG_DATA: this.folder,
      PORT: String(PORT),
      REQUESTS_PER_MINUTE: '100000000',
    }
    const child = spawn(process.execPath, [...NODE_OPTIONS, join(root, 'tools/start.mjs')], {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    child.stdout.on('data', (chunk: Buffer) => {
      this.#said += chunk.toString()
    })
    this.#child = child
    while (performance.now() - begun < START_WITHIN_MS) {
      if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`)
      const page = await fetch(this.address, { headers: { accept: 'text/html' } }).catch(() => null)
      if (page?.ok && (await page.text()).includes('<div id="root"')) return performance.now() - begun
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    throw new Error('the server did not answer in time')
  }

  async stop(): Promise<void> {
    const child = this.#child
    if (!child || child.exitCode !== null) return
    child.kill('SIGTERM')
    await once(child, 'exit')
  }

  async remove(): Promise<void> {
    await this.stop()
    await rm(this.folder, { recursive: true, force: true })
  }

  async setUp(start: 'empty' | 'qinglan'): Promise<void> {
    const token = /token=(?<token>\S+)/.exec(this.#said)?.groups?.token
    const administrator = { userName: 'bench', name: '测试员', password: PASSWORD }
    await this.send('POST', '/api/set-up', { token, code: 'bench', name: '清澜市', administrator, start })
    const answer = await this.send<{ token: string }>('POST', '/api/session', {
      userName: 'bench',
      password: PASSWORD,
    })
    this.#token = answer.token
  }

  async get<T>(path: string): Promise<T> {
    return this.#ask<T>(path, {})
  }

  /** As a browser asks: the answer travels compressed. */
  async getCompressed<T>(path: string): Promise<T> {
    return this.#ask<T>(path, { headers: { 'accept-encoding': 'br' } })
  }

  async send<T>(method: string, path: string, body: unknown): Promise<T> {
    return this.#ask<T>(path, {
      method,
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    })
  }

  /** A connection of its own for many small requests. */
  connection(): PlainClient {
    return new PlainClient(this.address, this.#token)
  }

  /** Upload a file and answer its id. */
  async upload(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
    const id = uuidv7()
    await this.#ask(`/api/files?id=${id}&name=${encodeURIComponent(name)}`, {
      method: 'POST',
      body: bytes,
      headers: { 'content-type': 'application/octet-stream' },
    })
    return id
  }

  #ask<T>(
    path: string,
    order: { method?: string; body?: string | Uint8Array; headers?: Record<string, string> },
  ): Promise<T> {
    const headers = { ...order.headers, ...(this.#token ? { authorization: `Bearer ${this.#token}` } : {}) }
    return new Promise((resolve, reject) => {
      // The plainest client there is: what is measured is the server, on the same two cores.
      const sent = request(
        `${this.address}${path}`,
        { agent: AGENT, method: order.method ?? 'GET', headers },
        (answer) => {
          const chunks: Buffer[] = []
          answer.on('data', (chunk: Buffer) => chunks.push(chunk))
          answer.on('end', () => {
            const bytes = Buffer.concat(chunks)
            const isCompressed = answer.headers['content-encoding'] === 'br'
            const text = (isCompressed ? brotliDecompressSync(bytes) : bytes).toString()
            if (answer.statusCode !== 200)
              reject(new Error(`${path}: ${answer.statusCode} ${text.slice(0, 500)}`))
            // The benchmark trusts the contract that the tests check.
            else resolve(JSON.parse(text) as T)
          })
        },
      )
      sent.on('error', reject)
      sent.end(order.body)
    })
  }
}
