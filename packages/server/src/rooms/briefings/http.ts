import { briefings } from '@chuangcheng/contract'
import { type Actor, mustCoverCity, Problem } from '@chuangcheng/domain'
import type { FastifyReply } from 'fastify'
import type { Reader } from '../../platform/database/database.ts'
import { type House, open, reading } from '../../platform/http/serve.ts'
import type { FileStore } from '../../platform/store/file-store.ts'
import { listFiles, originalBytes } from '../files/index.ts'
import { listFigures } from './figures/figure-queries.ts'
import { getFigure, retakeFigure } from './figures/opening.ts'
import { chosenRounds, makeBriefing, sayIn } from './making.ts'
import { proposeHeading } from './proposal.ts'
import { type Briefing, findBriefing, listBriefings } from './queries.ts'

/** @throws Problem not-found, also for what the caller may not see */
async function getBriefing(reader: Reader, actor: Actor, id: string): Promise<Briefing> {
  const briefing = await findBriefing(reader, actor, id)
  if (!briefing) throw new Problem('not-found', { what: 'briefing' })
  return briefing
}

/** A file of a briefing, byte for byte as it was made. */
async function sendFile(reader: Reader, store: FileStore, id: string, reply: FastifyReply) {
  const [file] = await listFiles(reader, [id])
  if (!file) throw new Problem('not-found', { what: 'file' })
  return reply
    .type(file.mediaType)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    .header('content-length', file.byteCount)
    .send(originalBytes(store, file.hash))
}

export function briefingRoutes(house: House, store: FileStore, publicUrl: string): void {
  const { database } = house
  const workshop = { database, store, publicUrl }
  const now = () => database.clock().toISOString()

  reading(house, briefings.listBriefings, async (reader, { actor }) => ({
    items: await listBriefings(reader, actor),
  }))
  reading(house, briefings.proposeBriefing, async (reader, { actor, body, locale }) => {
    mustCoverCity(actor, 'briefing.make')
    const selection = await chosenRounds(reader, actor, body)
    const heading = await proposeHeading(reader, selection, { say: sayIn(locale), now: database.clock() })
    return { version: selection.version, rounds: selection.rounds, ...heading }
  })
  open(house, briefings.makeBriefing, ({ actor, body, locale }) =>
    makeBriefing(workshop, actor, body, locale),
  )
  reading(house, briefings.getBriefing, async (reader, { actor, params }) => ({
    ...(await getBriefing(reader, actor, params.id)),
    figures: await listFigures(reader, params.id),
  }))
  reading(house, briefings.getBriefingDocument, async (reader, { actor, params, reply }) => {
    const { documentFileId } = await getBriefing(reader, actor, params.id)
    return sendFile(reader, store, documentFileId, reply)
  })
  reading(house, briefings.getBriefingDetails, async (reader, { actor, params, reply }) => {
    const { detailsFileId } = await getBriefing(reader, actor, params.id)
    return sendFile(reader, store, detailsFileId, reply)
  })
  reading(house, briefings.getFigure, (reader, { actor, params, locale }) =>
    getFigure(reader, actor, params.id, { now: now(), say: sayIn(locale) }),
  )
  reading(house, briefings.retakeFigure, (reader, { actor, params, locale }) =>
    retakeFigure(reader, actor, params.id, { now: now(), say: sayIn(locale) }),
  )
}
