import type { Actor } from '@chuangcheng/domain'
import { v7 as uuidv7 } from 'uuid'
import type { Tx } from '../../platform/database/database.ts'
import { addNamedAreas } from '../areas/index.ts'
import { insertRun, rememberMapping } from '../imports/index.ts'
import { addBatch, recountBeside, removeObservations } from '../observations/index.ts'
import { addNamedOrganizations } from '../organizations/index.ts'
import type { ObservationDecision, SheetRead } from './decide/decide.ts'
import type { ObservationOrder, TargetRound } from './order.ts'
import { insertSheets, rememberNames } from './queries.ts'
import { MAPPING_KIND } from './sheet/open-table.ts'

type Written = SheetRead & { readonly id: string; readonly batchId: string }

async function createNames(tx: Tx, actor: Actor, { ground }: ObservationDecision): Promise<void> {
  await addNamedAreas(tx, actor, ground.areas.created())
  await addNamedOrganizations(tx, actor, ground.organizations.created())
}

/** The new rows of every sheet, each sheet a batch of its own. */
async function addNew(
  tx: Tx,
  round: TargetRound,
  { drafts, superseding }: ObservationDecision,
  sheets: readonly Written[],
): Promise<void> {
  for (const [index, { id, batchId }] of sheets.entries()) {
    const own = superseding.added.filter((_, at) => drafts[at]?.row.sheet === index)
    await addBatch(tx, { id: batchId, collectionId: round.id, source: 'sheet', sourceId: id }, own)
  }
}

async function remember(
  tx: Tx,
  { round, order, decision }: { round: TargetRound; order: ObservationOrder; decision: ObservationDecision },
  sheets: readonly SheetRead[],
): Promise<void> {
  for (const { opened, read, file } of sheets) {
    await rememberMapping(tx, {
      kind: MAPPING_KIND,
      signature: opened.signature,
      columns: opened.named,
      datum: null,
    })
    await insertRun(tx, {
      kind: MAPPING_KIND,
      fileId: file.id,
      rowCount: read.rowCount,
      createdCount: read.rows.length,
      changedCount: 0,
      warningCount: decision.findings.filter((finding) => finding.file === file.name).length,
    })
  }
  const { district, street, organization, item } = decision.ground.names
  const learnt = [
    ...district.learnt().map((one) => ({ kind: 'district' as const, ...one })),
    ...street.learnt().map((one) => ({ kind: 'street' as const, ...one })),
    ...organization.learnt().map((one) => ({ kind: 'organization' as const, ...one })),
    ...item.learnt().map((one) => ({ kind: 'item' as const, ...one })),
  ]
  await rememberNames(tx, round.versionId, learnt)
  const { series, lists } = order
  tx.record({
    action: 'observationSheet.import',
    subjectKind: 'round',
    subjectId: round.id,
    before: null,
    after: {
      files: sheets.map(({ file, sheet }) => ({ name: file.name, hash: file.hash, sheet })),
      lists,
      series,
      observationCount: decision.drafts.length,
      supersededCount: decision.superseding.superseded.length,
      recountedCount: decision.superseding.recounted.length,
    },
  })
}

/** Write what was decided: names that are created, sheets, their observations, and what these supersede. */
export async function applyObservations(
  tx: Tx,
  actor: Actor,
  order: ObservationOrder,
  {
    round,
    decision,
    sheets,
  }: { round: TargetRound; decision: ObservationDecision; sheets: readonly SheetRead[] },
): Promise<void> {
  await createNames(tx, actor, decision)
  const written = sheets.map((sheet) => ({ ...sheet, id: uuidv7(), batchId: uuidv7() }))
  await insertSheets(
    tx,
    written.map(({ id, file, sheet, read }) => ({
      id,
      collectionId: round.id,
      fileId: file.id,
      fileName: file.name,
      fileHash: file.hash,
      sheet,
      lists: order.lists,
      series: order.series,
      observationCount: read.rows.length,
    })),
  )
  await addNew(tx, round, decision, written)
  const [first] = written
  const { superseded, recounted } = decision.superseding
  if (first) removeObservations(tx, { keys: superseded, byBatchId: first.batchId })
  await recountBeside(tx, round.id, recounted)
  await remember(tx, { round, order, decision }, sheets)
}
