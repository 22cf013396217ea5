import { mkdtemp, rm } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { v7 as uuidv7 } from 'uuid'
import { type RunningProduct, startProduct } from '../tools/product.ts'
import { PlainClient } from './plain-client.ts'

const PORT = 8190
const AGENT = new Agent({ keepAlive: true })
export const PASSWORD = 'Qinglan-2026-run'

/** The product as its users run it: `npm start` on a data folder of its own, durable commits and all. */
export class Product {
  readonly folder: string
  readonly address = `http://127.0.0.1:${PORT}`
  #running: RunningProduct | undefined
  #token = ''

  private constructor(folder: string) {
    this.folder = folder
  }

  static async inNewFolder(): Promise<Product> {
    return new Product(await mkdtemp(join(tmpdir(), 'chuangcheng-bench-')))
  }

  /** Answers the milliseconds until its first page came. */
  async start(): Promise<number> {
    this.#running = await startProduct(this.folder, PORT, { REQUESTS_PER_MINUTE: '100000000' })
    return this.#running.milliseconds
  }

  async stop(): Promise<void> {
    await this.#running?.stop()
  }

  async remove(): Promise<void> {
    await this.stop()
    await rm(this.folder, { recursive: true, force: true })
  }

  async setUp(start: 'empty' | 'qinglan'): Promise<void> {
    const token = new URL(this.#running?.setUpLink ?? '').searchParams.get('token')
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
