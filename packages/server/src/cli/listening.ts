import { readFileSync } from 'node:fs'
import { createSecureContext } from 'node:tls'
import type { FastifyInstance } from 'fastify'
import { codeOf, messageOf, StartRefused } from '../platform/engine/start-refused.ts'

/** Where the server listens, and with which certificate. */
export type ListenOptions = {
  readonly host: string
  readonly port: string
  readonly tlsCertificate?: string
  readonly tlsKey?: string
}

const LAST_PORT = 65_535

const refuse = (zh: string, en: string, cause?: unknown): StartRefused =>
  new StartRefused('surroundings', { zh, en }, { cause })

/**
 * Settings that can never work are refused before the database is touched.
 * @throws StartRefused
 */
export function mustBeListenable(options: ListenOptions): void {
  const { port } = options
  if (!/^\d+$/.test(port) || Number(port) > LAST_PORT) {
    throw refuse(
      `端口（PORT）应为 0 至 ${LAST_PORT} 的数字，现为“${port}”。`,
      `PORT must be a number from 0 to ${LAST_PORT}, not “${port}”.`,
    )
  }
  tlsOf(options)
}

/**
 * Certificate and key for https; nothing when neither is given.
 * @throws StartRefused when one of them is missing, unreadable or not of the other
 */
export function tlsOf({ tlsCertificate, tlsKey }: ListenOptions) {
  if (!tlsCertificate && !tlsKey) return {}
  if (!tlsCertificate || !tlsKey) {
    throw refuse(
      'TLS 证书（TLS_CERTIFICATE）和私钥（TLS_KEY）要一起给出。',
      'TLS_CERTIFICATE and TLS_KEY must be given together.',
    )
  }
  try {
    const https = { cert: readFileSync(tlsCertificate), key: readFileSync(tlsKey) }
    createSecureContext(https)
    return { https }
  } catch (error) {
    const why = messageOf(error)
    throw refuse(
      `TLS 证书或私钥无法使用：${why}。`,
      `The TLS certificate or key cannot be used: ${why}.`,
      error,
    )
  }
}

/** What stands in the way of listening, by the code of the system's error. */
const OBSTACLES: Readonly<Record<string, { zh: string; en: string }>> = {
  EADDRINUSE: {
    zh: '已被其他程序占用。请停止它，或用 PORT 换一个端口',
    en: 'is used by another program. Stop it, or choose another PORT',
  },
  EACCES: {
    zh: '无权使用。请用 PORT 换一个 1024 以上的端口',
    en: 'may not be used by this user. Choose a PORT above 1024',
  },
  EADDRNOTAVAIL: { zh: '不是本机的地址。请检查 HOST', en: 'is no address of this machine. Check HOST' },
  ENOTFOUND: { zh: '不是本机的地址。请检查 HOST', en: 'is no address of this machine. Check HOST' },
}

/** @throws StartRefused when the address cannot be had */
export async function listenOn(app: FastifyInstance, { host, port }: ListenOptions): Promise<void> {
  try {
    await app.listen({ host, port: Number(port) })
  } catch (error) {
    const obstacle = OBSTACLES[codeOf(error) ?? '']
    if (!obstacle) throw error
    const address = `${host}:${port}`
    throw refuse(`${address} ${obstacle.zh}。`, `${address} ${obstacle.en}.`, error)
  }
}
