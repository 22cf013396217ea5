import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { Command } from 'commander'
import type { FastifyInstance } from 'fastify'
import { buildApp } from '../app.ts'
import { openPool, SERVICE_ROLE } from '../platform/database/pool.ts'
import { checkoutRoot } from '../platform/engine/places.ts'
import { startQueue } from '../platform/jobs/queue.ts'
import { startSealing } from '../rooms/audit/index.ts'
import { eraseExpired } from '../rooms/identity/index.ts'
import { startFolding } from '../rooms/observations/index.ts'
import { nameSitesAnew, placeEverySiteAnew, placeSitesAnew } from '../rooms/sites/index.ts'
import { type OpenedDatabase, openDatabase } from './house-on-engine.ts'
import { type ListenOptions, listenOn, mustBeListenable, tlsOf } from './listening.ts'

type ServeOptions = ListenOptions & { readonly publicUrl?: string }

/** From one address: a whole office often shares one. */
const REQUESTS_PER_MINUTE = 6000
const GUESSES_PER_MINUTE = 30 // an office of people may sign in from one address at eight o'clock
const NIGHTLY = '17 19 * * *' // 03:17 in Shanghai; the queue's clock is UTC
const MIDNIGHT = '1 16 * * *' // 00:01 in Shanghai: areas begin and end with a day
const QUEUE_CONNECTIONS = 3

const say = (sentence: string): void => console.log(sentence)
const complain = (error: unknown): void => console.error(error)

const addressOf = (options: ServeOptions): string =>
  options.publicUrl ?? `${options.tlsCertificate ? 'https' : 'http'}://${options.host}:${options.port}`

async function listen(opened: OpenedDatabase, options: ServeOptions): Promise<FastifyInstance> {
  const tls = tlsOf(options)
  const { database, engine } = opened
  const cities = await database.everyCity()
  const setUpToken = cities.length > 0 ? null : randomBytes(24).toString('base64url')
  const app = await buildApp({
    database,
    filesFolder: engine.places.files,
    headsFolder: engine.places.auditHeads,
    keysFolder: engine.places.keys,
    setUpToken,
    publicUrl: addressOf(options),
    requestsPerMinute: Number(process.env.REQUESTS_PER_MINUTE ?? REQUESTS_PER_MINUTE),
    guessesPerMinute: GUESSES_PER_MINUTE,
    webFolder: join(checkoutRoot(), 'packages/web/dist'),
    server: { logger: { level: 'warn' }, trustProxy: options.publicUrl !== undefined, ...tls },
  })
  await listenOn(app, options)
  say(`创城 Chuangcheng: ${addressOf(options)}`)
  if (setUpToken !== null) {
    say('第一次使用,请打开这个一次性链接建立城市 · First start: open this one-time link to set up the city')
    say(`${addressOf(options)}/set-up?token=${setUpToken}`)
  }
  return app
}

/** Every job for one city says which. */
function cityOfPayload(payload: unknown): string {
  if (typeof payload === 'object' && payload !== null && 'cityId' in payload) return String(payload.cityId)
  throw new Error('a job that names no city')
}

function idsOfPayload(payload: unknown, key: string): string[] {
  const ids: unknown =
    typeof payload === 'object' && payload !== null && key in payload ? Reflect.get(payload, key) : []
  return Array.isArray(ids) ? ids.map(String) : []
}

const renamedOfPayload = (payload: unknown) => ({
  typeIds: idsOfPayload(payload, 'typeIds'),
  areaIds: idsOfPayload(payload, 'areaIds'),
})

/** What runs beside the requests, until it is stopped. */
async function startWork({ database, engine }: OpenedDatabase) {
  const pool = openPool(engine.url, SERVICE_ROLE, QUEUE_CONNECTIONS)
  const sealing = startSealing(database, engine.places.auditHeads, complain)
  const folding = startFolding(database, complain)
  const queue = await startQueue(
    pool,
    {
      'identity:eraseExpired': () => eraseExpired(database),
      'sites:placeAnew': (payload) => placeSitesAnew(database, cityOfPayload(payload)),
      'sites:nameAnew': (payload) =>
        nameSitesAnew(database, cityOfPayload(payload), renamedOfPayload(payload)),
      'sites:placeEveryAnew': () => placeEverySiteAnew(database),
    },
    [
      { task: 'identity:eraseExpired', schedule: NIGHTLY },
      { task: 'sites:placeEveryAnew', schedule: MIDNIGHT },
    ],
    complain,
  )
  return async () => {
    await queue.stop()
    await folding.stop()
    await sealing.stop()
    await pool.end()
  }
}

async function serve(options: ServeOptions): Promise<void> {
  mustBeListenable(options)
  // Signals are heard from the first moment: what has been opened by then is closed, whatever it is.
  const closers: (() => Promise<unknown>)[] = []
  let closing: Promise<void> | undefined
  const close = () => {
    closing ??= (async () => {
      for (const closer of closers.reverse()) await closer()
    })()
    return closing
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      close().then(() => process.exit(0), complain)
    })
  }
  const opened = await openDatabase('server', say, () => process.exit(3))
  closers.push(() => opened.close())
  try {
    closers.push(await startWork(opened))
    const app = await listen(opened, options)
    closers.push(() => app.close())
  } catch (error) {
    await close()
    throw error
  }
}

export function serveCommand(program: Command): void {
  const { HOST, PORT, PUBLIC_URL, TLS_CERTIFICATE, TLS_KEY } = process.env
  program
    .command('serve')
    .description('启动服务 · start the server')
    .option('--host <address>', '监听地址 · address to listen on (HOST)', HOST ?? '127.0.0.1')
    .option('--port <number>', '端口 · port (PORT)', PORT ?? '8080')
    .option(
      '--public-url <url>',
      '代理之外的访问地址 · how the outside reaches us behind a proxy (PUBLIC_URL)',
      PUBLIC_URL,
    )
    .option('--tls-certificate <file>', 'TLS 证书 · TLS certificate, PEM (TLS_CERTIFICATE)', TLS_CERTIFICATE)
    .option('--tls-key <file>', 'TLS 私钥 · TLS private key, PEM (TLS_KEY)', TLS_KEY)
    .action(serve)
}
