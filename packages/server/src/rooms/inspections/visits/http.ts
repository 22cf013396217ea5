import { inspections } from '@chuangcheng/contract'
import { type Actor, PROBLEMS, Problem } from '@chuangcheng/domain'
import type { Locale } from '@chuangcheng/messages'
import type { FastifyReply } from 'fastify'
import pg from 'pg'
import { authorOf } from '../../../platform/database/author.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { DOCX } from '../../../platform/documents/index.ts'
import { problemText } from '../../../platform/http/problem-text.ts'
import { acting, type House, open, reading } from '../../../platform/http/serve.ts'
import { recorded } from '../../../platform/http/unrecorded-writes.ts'
import { localDay } from '../../../platform/local-day.ts'
import type { FileStore } from '../../../platform/store/file-store.ts'
import { sendPicture } from '../../files/index.ts'
import { getAssignment, listMyAssignments } from '../mine/assignments.ts'
import { getVisibleRound } from '../rounds/visible.ts'
import type { Accepted } from './accepted.ts'
import type { GivenVisit } from './given.ts'
import { getVisit, visitPage } from './page.ts'
import { handoverSlip } from './slip.ts'
import { submitVisit } from './submit.ts'
import { findPhotoOfVisit, listVisits } from './visit-queries.ts'
import { voidVisit } from './void.ts'

/** Somebody else was faster at the same visit or site; whoever looks again learns what came of it. */
const OVERTAKEN: ReadonlySet<string> = new Set([
  'site_visit_pkey',
  'site_visit_standing',
  'site_visit_corrected_once',
])

const wasOvertaken = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && OVERTAKEN.has(error.constraint ?? '')

type Asking = { readonly actor: Actor; readonly locale: Locale }

/** Record one visit in a transaction of its own. */
async function record({ database }: House, given: GivenVisit, { actor, locale }: Asking): Promise<Accepted> {
  const once = () =>
    database.transact(authorOf(actor), (tx) =>
      recorded(tx, (watched) => submitVisit(watched, actor, given, locale)),
    )
  return once().catch((error: unknown) => {
    if (wasOvertaken(error)) return once()
    throw error
  })
}

/** The same, told apart from the others of a batch. */
async function recordApart(house: House, given: GivenVisit, asking: Asking) {
  const { id } = given
  try {
    return { id, visit: await record(house, given, asking), problem: null }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const { code, params } = error
    const title = problemText(asking.locale, code, params)
    return { id, visit: null, problem: { code, status: PROBLEMS[code], title } }
  }
}

function recordingRoutes(house: House): void {
  open(house, inspections.submitVisit, ({ body, actor, locale }) => record(house, body, { actor, locale }))
  open(house, inspections.submitVisits, async ({ body, actor, locale }) => {
    const items = []
    // One after the other: a correction may stand behind the visit it corrects.
    for (const given of body.visits) items.push(await recordApart(house, given, { actor, locale }))
    return { items }
  })
}

function photoRoutes(house: House, store: FileStore): void {
  const showing =
    (size: 'full' | 'thumbnail') =>
    async (
      reader: Reader,
      call: {
        readonly actor: Actor
        readonly params: { readonly id: string; readonly photoId: string }
        readonly reply: FastifyReply
      },
    ) => {
      await getVisit(reader, call.actor, call.params.id)
      return sendVisitPhoto(reader, store, call.reply, { ...call.params, size })
    }
  reading(house, inspections.getVisitPhoto, showing('full'))
  reading(house, inspections.getVisitPhotoThumbnail, showing('thumbnail'))
}

/**
 * Show a photo of a visit; the caller has made sure that the visit may be seen.
 * @throws Problem not-found when the visit has no such photo
 */
export async function sendVisitPhoto(
  reader: Reader,
  store: FileStore,
  reply: FastifyReply,
  photo: { readonly id: string; readonly photoId: string; readonly size: 'full' | 'thumbnail' },
): Promise<FastifyReply> {
  const found = await findPhotoOfVisit(reader, photo.id, photo.photoId)
  if (!found) throw new Problem('not-found', { what: 'visitPhoto' })
  return sendPicture(reader, store, reply, { id: found.id, size: photo.size })
}

/** Assignments, visits and what hangs on them. */
export function visitRoutes(house: House, store: FileStore): void {
  const today = () => localDay(house.database.clock())
  recordingRoutes(house)
  photoRoutes(house, store)
  reading(house, inspections.listMyAssignments, (reader, { actor, query }) =>
    listMyAssignments(reader, actor, query, today()),
  )
  reading(house, inspections.getAssignment, (reader, { actor, params }) =>
    getAssignment(reader, actor, params, today()),
  )
  reading(house, inspections.listVisits, async (reader, { actor, query }) => {
    if (query.roundId !== undefined) await getVisibleRound(reader, actor, query.roundId)
    return listVisits(reader, actor, query)
  })
  reading(house, inspections.getVisit, (reader, { actor, params, locale }) =>
    visitPage(reader, params.id, { actor, locale, today: today() }),
  )
  acting(house, inspections.voidVisit, async (tx, { actor, params, body, locale }) => {
    await voidVisit(tx, actor, params.id, body.reason)
    return visitPage(tx, params.id, { actor, locale, today: today() })
  })
  reading(house, inspections.printHandoverSlip, async (reader, { actor, params, query, locale, reply }) => {
    const looking = { actor, locale, today: today() }
    const slip = await handoverSlip(reader, params.id, query.organizationId ?? null, looking)
    return reply
      .type(DOCX)
      .header('content-disposition', `attachment; filename="handover-${params.id.slice(-12)}.docx"`)
      .send(slip)
  })
}
