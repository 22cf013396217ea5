import { connect, type Socket } from 'node:net'

const END_OF_HEAD = '\r\n\r\n'

type Answer = { readonly status: number; readonly body: string }

/** The answer that `bytes` hold; null while some of it is still on its way. */
function answerIn(bytes: Buffer): Answer | null {
  const endOfHead = bytes.indexOf(END_OF_HEAD)
  if (endOfHead < 0) return null
  const head = bytes.toString('latin1', 0, endOfHead)
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1]
  if (length === undefined) throw new Error(`an answer without a length: ${head}`)
  const begin = endOfHead + END_OF_HEAD.length
  const end = begin + Number(length)
  if (bytes.length < end) return null
  return {
    status: Number(head.slice('HTTP/1.1 '.length, 'HTTP/1.1 200'.length)),
    body: bytes.toString('utf8', begin, end),
  }
}

/**
 * One kept connection on which one JSON request follows another. What is measured is the server, on the same two cores; the client
 * that comes with Node takes a third of the time that the server does.
 */
export class PlainClient {
  readonly #socket: Socket
  readonly #head: string
  #received: Buffer = Buffer.alloc(0)
  #waiting: { resolve(answer: Answer): void; reject(error: Error): void } | undefined

  constructor(address: string, token: string) {
    const { hostname, port, host } = new URL(address)
    this.#head = `HTTP/1.1\r\nhost: ${host}\r\nauthorization: Bearer ${token}\r\ncontent-type: `
    this.#socket = connect({ host: hostname, port: Number(port), noDelay: true })
    this.#socket.on('data', (bytes) => this.#take(bytes))
    this.#socket.on('error', (error) => this.#waiting?.reject(error))
    this.#socket.on('close', () => this.#waiting?.reject(new Error('the server hung up')))
  }

  #take(bytes: Buffer): void {
    this.#received = this.#received.length === 0 ? bytes : Buffer.concat([this.#received, bytes])
    const answer = answerIn(this.#received)
    if (answer === null) return
    this.#received = Buffer.alloc(0)
    const waiting = this.#waiting
    this.#waiting = undefined
    waiting?.resolve(answer)
  }

  /** @throws when the answer is not 200 */
  async send<T>(method: string, path: string, body: unknown): Promise<T> {
    const said = JSON.stringify(body)
    const head = `${method} ${path} ${this.#head}application/json\r\ncontent-length: `
    const answer = await this.#exchange(`${head}${Buffer.byteLength(said)}${END_OF_HEAD}${said}`)
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.body.slice(0, 500)}`)
    // The benchmark trusts the contract that the tests check.
    return JSON.parse(answer.body) as T
  }

  /** @throws when the answer is not 200 */
  async sendBytes(path: string, bytes: Buffer): Promise<void> {
    const head = `POST ${path} ${this.#head}application/octet-stream\r\ncontent-length: ${bytes.length}${END_OF_HEAD}`
    const answer = await this.#exchange(Buffer.concat([Buffer.from(head), bytes]))
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.body.slice(0, 500)}`)
  }

  #exchange(sent: string | Buffer): Promise<Answer> {
    return new Promise<Answer>((resolve, reject) => {
      this.#waiting = { resolve, reject }
      this.#socket.write(sent)
    })
  }

  end(): void {
    this.#socket.end()
  }
}
