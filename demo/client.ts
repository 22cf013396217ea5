import { v7 as uuidv7 } from 'uuid'

/** What a refusal says. */
type Refusal = { readonly code?: string; readonly title?: string; readonly detail?: string }

/** An answer that is no 2xx. */
export class Refused extends Error {
  readonly status: number
  readonly code: string
  constructor(where: string, status: number, { code = '', title = '', detail = '' }: Refusal) {
    super(`${where}: ${status} ${code} ${title} ${detail}`)
    this.status = status
    this.code = code
  }
}

/** A whole year passes in a minute. */
export const UNLIMITED = { REQUESTS_PER_MINUTE: '1000000' }

/** Somebody who uses the product through its API, as any other program would. */
export class Client {
  readonly address: string
  readonly #token: string | null
  /** how many requests all clients have sent */
  static requests = 0

  constructor(address: string, token: string | null = null) {
    this.address = address
    this.#token = token
  }

  async signIn(userName: string, password: string): Promise<Client> {
    const { token } = await this.send<{ token: string }>('POST', '/api/session', { userName, password })
    return new Client(this.address, token)
  }

  get<T>(path: string): Promise<T> {
    return this.#ask<T>(path, 'GET')
  }

  send<T>(method: string, path: string, body?: unknown): Promise<T> {
    return this.#ask<T>(path, method, JSON.stringify(body ?? {}), 'application/json')
  }

  /** Uploads a file and answers its id. */
  async upload(name: string, bytes: Buffer): Promise<string> {
    const id = uuidv7()
    const path = `/api/files?id=${id}&name=${encodeURIComponent(name)}`
    await this.#ask(path, 'POST', Uint8Array.from(bytes), 'application/octet-stream')
    return id
  }

  async download(path: string): Promise<Buffer> {
    return Buffer.from(await (await this.#fetch(path, 'GET')).arrayBuffer())
  }

  async #ask<T>(path: string, method: string, body?: BodyInit, type?: string): Promise<T> {
    const answer = await this.#fetch(path, method, body, type)
    // The product's own tests hold its answers against the contract.
    return (await answer.json()) as T
  }

  async #fetch(path: string, method: string, body?: BodyInit, type?: string): Promise<Response> {
    Client.requests += 1
    const answer = await fetch(`${this.address}${path}`, {
      method,
      headers: {
        'accept-language': 'zh-CN',
        ...(type ? { 'content-type': type } : {}),
        ...(this.#token ? { authorization: `Bearer ${this.#token}` } : {}),
      },
      ...(body === undefined ? {} : { body }),
    })
    if (answer.ok) return answer
    const refusal = await answer.json().catch(() => ({}))
    throw new Refused(`${method} ${path}`, answer.status, refusal as Refusal) // RFC 9457, or nothing
  }
}

/** Everything of a list, page after page. */
export async function all<T>(client: Client, path: string): Promise<T[]> {
  const items: T[] = []
  let after: string | null = ''
  while (after !== null) {
    const join = path.includes('?') ? '&' : '?'
    const page: { items: T[]; next?: string | null } = await client.get(
      `${path}${join}limit=500${after === '' ? '' : `&after=${after}`}`,
    )
    items.push(...page.items)
    after = page.next ?? null
  }
  return items
}

/** Work on every item, a few at once, in order; answers in the order of the items. */
export async function atOnce<T, R>(
  items: readonly T[],
  count: number,
  work: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = []
  let next = 0
  const worker = async () => {
    while (next < items.length) {
      const index = next++
      const item = items[index]
      if (item !== undefined) results[index] = await work(item, index)
    }
  }
  await Promise.all(Array.from({ length: count }, worker))
  return results
}
