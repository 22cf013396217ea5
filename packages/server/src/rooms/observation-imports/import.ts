import { type Actor, mustCoverCity } from '@chuangcheng/domain'
import type { Author, Database, Reader, Tx } from '../../platform/database/database.ts'
import { lockCollection } from '../observations/index.ts'
import { applyObservations } from './apply.ts'
import { decideObservations, type ObservationDecision, type SheetRead } from './decide/decide.ts'
import type { ObservationOrder, ObservationOutcome } from './order.ts'
import { openTable, placeColumns } from './sheet/open-table.ts'
import { readSheet } from './sheet/read-sheet.ts'
import { makeTarget, type PreparedTarget, prepareTarget } from './target.ts'

/** Open and read the sheets of an order, one after another: a large one takes much memory while it is unpacked. */
async function readSheets(reader: Reader, { sheets, lists }: ObservationOrder): Promise<SheetRead[]> {
  const read: SheetRead[] = []
  for (const [index, { file, sheet, columns }] of sheets.entries()) {
    const opened = await placeColumns(reader, await openTable(file, sheet), columns)
    read.push({
      file,
      sheet: sheet ?? opened.table.sheets?.[0] ?? '',
      opened,
      read: readSheet(opened, index, lists === 'everyCheck'),
    })
  }
  return read
}

const isError = ({ severity }: { readonly severity: string }): boolean => severity === 'error'

function outcomeOf(
  order: ObservationOrder,
  target: PreparedTarget,
  decision: ObservationDecision,
  sheets: readonly SheetRead[],
): ObservationOutcome {
  const { drafts, superseding, findings, names, ground } = decision
  const count = (is: (draft: (typeof drafts)[number]) => boolean): number => drafts.filter(is).length
  const { versionId, ...round } = target.round
  return {
    dryRun: order.dryRun,
    imported: !order.dryRun && !findings.some(isError),
    round,
    framework: {
      versionId,
      name: target.frameworkName,
      isNew: target.framework !== null,
      itemCount: target.itemCount,
      subItemCount: target.criteria.length,
    },
    lists: order.lists,
    sheets: sheets.map(({ file, sheet, read }) => ({
      file: file.name,
      sheet: sheet === '' ? null : sheet,
      rowCount: read.rows.length,
    })),
    rowCount: sheets.reduce((sum, { read }) => sum + read.rowCount, 0),
    leftOutCount: sheets.reduce((sum, { read }) => sum + read.leftOut.length, 0),
    observationCount: drafts.length,
    supersededCount: superseding.superseded.length,
    recountedCount: superseding.recounted.length,
    unresolvedCount: count(({ observation }) => observation.criterionId === null),
    unassignedCount: count(({ observation }) => observation.responsible.length === 0),
    registeredCount: count(({ observation }) => observation.siteId !== null),
    newStreetCount: ground.areas.created().length,
    newOrganizationCount: ground.organizations.created().length,
    deductedPoints: decision.deductedPoints,
    findings,
    names: names.map((one) => {
      const { sheet, field: _, ...name } = one
      return { ...name, file: sheets[sheet]?.file.name ?? '' }
    }),
  }
}

/** A framework of the sheet's items is published without leads; that is told, and who may say them. */
function leadsMissing(outcome: ObservationOutcome, count: number): ObservationOutcome {
  if (count === 0) return outcome
  const finding = {
    line: 0,
    column: null,
    file: outcome.sheets[0]?.file ?? '',
    severity: 'warning',
    code: 'leads-missing',
    params: { count },
  } as const
  return { ...outcome, findings: [...outcome.findings, finding] }
}

async function importInto(
  tx: Tx,
  actor: Actor,
  order: ObservationOrder,
  sheets: readonly SheetRead[],
): Promise<ObservationOutcome> {
  // Two imports into one round wait for each other, and its visits wait too: each counts what stands beside its rows.
  if (!order.dryRun) await lockCollection(tx, order.roundId)
  const now = new Date(tx.now)
  const target = await prepareTarget(tx, actor, order, sheets, now)
  const decision = await decideObservations(tx, order, sheets, target, now)
  const outcome = outcomeOf(order, target, decision, sheets)
  if (!outcome.imported) return outcome
  const leadless = await makeTarget(tx, actor, target)
  await applyObservations(tx, actor, order, { round: target.round, decision, sheets })
  return leadsMissing(outcome, leadless)
}

/**
 * Take the sheets of a third party into a round, or try (导入外部观测): all of it or nothing. With an error among the findings nothing is written.
 * @throws Problem access.out-of-scope · not-found · import.* · observation-import.* · framework.not-published · duplicate
 */
export async function importObservations(
  database: Database,
  author: Author,
  actor: Actor,
  order: ObservationOrder,
): Promise<ObservationOutcome> {
  mustCoverCity(actor, 'observation.import')
  const reader = database.reader(author.cityId)
  const sheets = await readSheets(reader, order)
  if (!order.dryRun) return database.transact(author, (tx) => importInto(tx, actor, order, sheets))
  const now = database.clock()
  const target = await prepareTarget(reader, actor, order, sheets, now)
  const decision = await decideObservations(reader, order, sheets, target, now)
  const outcome = outcomeOf(order, target, decision, sheets)
  return target.framework === null ? outcome : leadsMissing(outcome, target.criteria.length)
}
