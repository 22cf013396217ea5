import { Readable } from 'node:stream'
import { type Actor, mustCoverCity, Problem } from '@chuangcheng/domain'
import type { Locale } from '@chuangcheng/messages'
import { v7 as uuidv7 } from 'uuid'
import { authorOf } from '../../platform/database/author.ts'
import type { Database, Reader } from '../../platform/database/database.ts'
import { writeDocument } from '../../platform/documents/index.ts'
import { findText } from '../../platform/http/problem-text.ts'
import type { FileStore } from '../../platform/store/file-store.ts'
import { onlookerOf, type Selection, select } from '../assessments/index.ts'
import { insertFile, storeBytes } from '../files/index.ts'
import { foldCity } from '../observations/index.ts'
import { detailsWorkbook } from './details/workbook.ts'
import { composeBriefing } from './document/compose.ts'
import type { BriefingHeading, BriefingMaterial } from './document/material.ts'
import { photosOf } from './document/photos.ts'
import type { Say } from './document/sentence.ts'
import { type Figure, insertFigures } from './figures/figure-queries.ts'
import { lossKey } from './figures/losses.ts'
import { type FigureSource, sourceNow } from './figures/source.ts'
import { takeFigures } from './figures/taking.ts'
import { readCases } from './kept-cases.ts'
import { proposeHeading } from './proposal.ts'
import { type Briefing, findBriefing, insertBriefing, listReportedRounds } from './queries.ts'

/** What a briefing is made from, and how it is headed where the proposal does not do. */
export type BriefingOrder = Partial<{ [K in keyof BriefingHeading]: BriefingHeading[K] | undefined }> & {
  readonly id: string
  readonly assessmentId?: string | undefined
  readonly roundIds?: readonly string[] | undefined
}

/** What making a briefing needs beside the database. */
export type Workshop = {
  readonly database: Database
  readonly store: FileStore
  readonly publicUrl: string
}

export const sayIn =
  (locale: Locale): Say =>
  (key, inputs = {}) =>
    findText(locale, key, inputs) ?? key

const FORMAT = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
})

/** The rounds that are meant. @throws Problem not-found · score.nothing-chosen · score.rounds-of-versions */
export const chosenRounds = (
  reader: Reader,
  actor: Actor,
  { assessmentId, roundIds }: Pick<BriefingOrder, 'assessmentId' | 'roundIds'>,
): Promise<Selection> => select(reader, onlookerOf(actor), { assessmentId, rounds: roundIds?.join(',') })

/** The proposal, and over it what was said. */
function headed(proposed: BriefingHeading, order: BriefingOrder): BriefingHeading {
  const { title, issuer, documentNumber, addressee, signedOn, nextSteps } = order
  return {
    title: title ?? proposed.title,
    issuer: issuer ?? proposed.issuer,
    documentNumber: documentNumber ?? proposed.documentNumber,
    addressee: addressee ?? proposed.addressee,
    signedOn: signedOn ?? proposed.signedOn,
    nextSteps: nextSteps ?? proposed.nextSteps,
  }
}

type Draft = {
  readonly order: BriefingOrder
  readonly selection: Selection
  readonly source: FigureSource
  readonly watermark: number
  readonly now: Date
  readonly say: Say
}

async function materialOf(
  reader: Reader,
  { store, publicUrl }: Workshop,
  { order, selection, source, watermark, now, say }: Draft,
): Promise<{ material: BriefingMaterial; figures: Omit<Figure, 'takenAt'>[] }> {
  const [figures, proposed, rounds, losses] = await Promise.all([
    takeFigures(source, { briefingId: order.id, watermark, say }),
    proposeHeading(reader, selection, { say, now }),
    listReportedRounds(
      reader,
      selection.rounds.map(({ id }) => id),
    ),
    source.losses(),
  ])
  const typical = figures.find(({ key }) => key === 'losses.typical')?.value
  const named = new Set(typical?.kind === 'table' ? typical.rows.map(({ id }) => id) : [])
  const examples = losses.filter(({ seen }) => named.has(lossKey(seen)))
  const material = {
    heading: headed(proposed, order),
    version: selection.version,
    rounds,
    figures,
    photos: await photosOf(reader, store, selection.version.id, examples),
    watermark,
    takenAt: FORMAT.format(now),
    linkTo: (figureId: string) => `${publicUrl}/figures/${figureId}`,
  }
  return { material, figures }
}

async function write(reader: Reader, workshop: Workshop, draft: Draft) {
  const { material, figures } = await materialOf(reader, workshop, draft)
  const { title } = material.heading
  const [document, details] = await Promise.all([
    writeDocument(composeBriefing(material, draft.say)).then((bytes) =>
      storeBytes(workshop.store, { id: uuidv7(), name: `${title}.docx`, bytes: Readable.from([bytes]) }),
    ),
    detailsWorkbook(reader, { source: draft.source, figures, say: draft.say }).then((bytes) =>
      storeBytes(workshop.store, { id: uuidv7(), name: `${title}.xlsx`, bytes }),
    ),
  ])
  return { material, figures, document, details }
}

/** Whether a request that comes again asks for the same. */
const asksTheSame = (known: Briefing, order: BriefingOrder, { assessment, rounds }: Selection): boolean =>
  (known.assessment?.id ?? null) === (assessment?.id ?? null) &&
  known.rounds.length === rounds.length &&
  (order.title ?? known.title) === known.title

/**
 * Take all figures at the watermark the ledger has now, write document and workbook, and keep everything (生成通报). Nothing slow happens
 * inside the transaction: the files are stored first. The same id again answers the first briefing.
 * @throws Problem access.out-of-scope · not-found · duplicate · score.nothing-chosen · score.rounds-of-versions ·
 * briefing.nothing-observed
 */
export async function makeBriefing(
  workshop: Workshop,
  actor: Actor,
  order: BriefingOrder,
  locale: Locale,
): Promise<Briefing> {
  mustCoverCity(actor, 'briefing.make')
  const { database } = workshop
  const reader = database.reader(actor.cityId)
  const selection = await chosenRounds(reader, actor, order)
  const known = await findBriefing(reader, actor, order.id)
  if (known) {
    if (asksTheSame(known, order, selection)) return known
    throw new Problem('duplicate', { what: 'id', value: order.id })
  }
  const now = database.clock()
  const roundIds = selection.rounds.map(({ id }) => id)
  const versionId = selection.version.id
  await foldCity(database, actor.cityId)
  const { source, watermark } = await sourceNow(reader, { versionId, roundIds }, () =>
    readCases(reader, roundIds, now.toISOString()),
  )
  if ((await source.standing()).length === 0) throw new Problem('briefing.nothing-observed')
  const draft = { order, selection, source, watermark, now, say: sayIn(locale) }
  const written = await write(reader, workshop, draft)
  const { planned } = await source.score()
  return database.transact(authorOf(actor), async (tx) => {
    const { material, figures, document, details } = written
    await Promise.all([insertFile(tx, document), insertFile(tx, details)])
    const isNew = await insertBriefing(tx, {
      ...material.heading,
      id: order.id,
      assessmentId: selection.assessment?.id ?? null,
      versionId,
      roundIds,
      watermark,
      planned: Object.fromEntries(planned),
      documentFileId: document.id,
      detailsFileId: details.id,
    })
    if (!isNew) throw new Problem('changed-meanwhile', { what: 'briefing' })
    insertFigures(tx, figures)
    const made = await findBriefing(tx, actor, order.id)
    if (!made) throw new Problem('not-found', { what: 'briefing' })
    tx.record({
      action: 'briefing.make',
      subjectKind: 'briefing',
      subjectId: made.id,
      before: null,
      after: { title: made.title, documentNumber: made.documentNumber, rounds: made.rounds, watermark },
    })
    return made
  })
}
