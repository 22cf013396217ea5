import {
  type Actor,
  countTree,
  type Finding,
  type FrameworkSheet,
  mustCoverCity,
  Problem,
  readFrameworkSheet,
} from '@chuangcheng/domain'
import { authorOf } from '../../../platform/database/author.ts'
import type { Database, Reader, Tx } from '../../../platform/database/database.ts'
import { localDay } from '../../../platform/local-day.ts'
import { replaceDutiesOf } from '../../duties/index.ts'
import type { ImportFile } from '../../files/index.ts'
import {
  type FrameworkVersion,
  getVersion,
  listNodes,
  lockDraft,
  type NewNode,
  recordDone,
  replaceTree,
} from '../../frameworks/index.ts'
import { insertRun, type NamedColumns, rememberMapping } from '../../imports/index.ts'
import { MAPPING_KIND, type OpenedSheet, openSheet } from './open-sheet.ts'
import { treeFromSheet } from './tree-from-sheet.ts'
import { sheetWorld } from './world.ts'

export type FrameworkImportOrder = {
  readonly sheet?: string | undefined
  readonly columns?: NamedColumns | undefined
  readonly dryRun: boolean
}

export type FrameworkImportOutcome = {
  readonly fileName: string
  readonly dryRun: boolean
  readonly imported: boolean
  readonly rowCount: number
  readonly levelNames: string[]
  readonly levelCounts: number[]
  readonly criterionCount: number
  readonly raisedCount: number
  readonly dutyCount: number
  readonly pointsSum: number
  readonly findings: readonly Finding[]
}

/** A file read as a tree, ready to be written. */
type Prepared = {
  readonly opened: OpenedSheet
  readonly sheet: FrameworkSheet
  readonly nodes: readonly NewNode[]
  readonly dutyCount: number
}

const isError = ({ severity }: Finding): boolean => severity === 'error'

async function prepare(
  reader: Reader,
  day: string,
  draft: FrameworkVersion,
  file: ImportFile,
  order: FrameworkImportOrder,
): Promise<Prepared> {
  const { levelNames, year } = draft
  // What the database has is asked for at once, while the file is unpacked.
  const [opened, world, standing, predecessor] = await Promise.all([
    openSheet(reader, file, order, levelNames),
    sheetWorld(reader, day),
    listNodes(reader, draft.id),
    draft.madeFromId === null ? [] : listNodes(reader, draft.madeFromId),
  ])
  const { table, columns, titles } = opened
  const sheet = readFrameworkSheet({ table, columns, titles, world, levelNames, year })
  const nodes = treeFromSheet(sheet.nodes, standing, predecessor)
  return { opened, sheet, nodes, dutyCount: sheet.nodes.reduce((sum, node) => sum + node.duties.length, 0) }
}

const outcomeOf = (
  file: ImportFile,
  { opened, sheet, nodes, dutyCount }: Prepared,
  dryRun: boolean,
): FrameworkImportOutcome => {
  const { levelCounts, criterionCount, raisedCount, pointsSum } = countTree(nodes, sheet.levelNames.length)
  return {
    fileName: file.name,
    dryRun,
    imported: !dryRun && !sheet.findings.some(isError),
    rowCount: opened.table.rows.length,
    levelNames: [...sheet.levelNames],
    levelCounts,
    criterionCount,
    raisedCount,
    dutyCount,
    pointsSum,
    findings: sheet.findings,
  }
}

async function writeDuties(tx: Tx, draft: FrameworkVersion, { sheet, nodes }: Prepared): Promise<void> {
  if (!sheet.saysDuties) return
  const ids = new Map(nodes.map(({ code, id }) => [code, id]))
  const duties = sheet.nodes.flatMap((node) =>
    node.duties.map((duty) => ({ ...duty, criterionId: ids.get(node.code) ?? null })),
  )
  await replaceDutiesOf(tx, draft.id, duties)
}

async function write(
  tx: Tx,
  draft: FrameworkVersion,
  file: ImportFile,
  prepared: Prepared,
  outcome: FrameworkImportOutcome,
): Promise<void> {
  const { sheet, opened, nodes } = prepared
  await replaceTree(tx, draft, nodes, sheet.levelNames)
  await writeDuties(tx, draft, prepared)
  const { signature, named } = opened
  await rememberMapping(tx, { kind: MAPPING_KIND, signature, columns: named, datum: null })
  const counts = { rowCount: opened.table.rows.length, warningCount: sheet.findings.length }
  await insertRun(tx, {
    kind: MAPPING_KIND,
    fileId: file.id,
    ...counts,
    createdCount: nodes.length,
    changedCount: 0,
  })
  const { findings: _, ...said } = outcome
  recordDone(tx, draft.id, 'frameworkVersion.import', { before: null, after: { ...said, hash: file.hash } })
}

/** A locked draft takes the tree of a workbook, when it has no errors and this is no dry run. */
export async function importInto(
  tx: Tx,
  draft: FrameworkVersion,
  file: ImportFile,
  order: FrameworkImportOrder,
): Promise<FrameworkImportOutcome> {
  const prepared = await prepare(tx, localDay(new Date(tx.now)), draft, file, order)
  const outcome = outcomeOf(file, prepared, order.dryRun)
  if (outcome.imported) await write(tx, draft, file, prepared, outcome)
  return outcome
}

/**
 * Replace a draft's tree by a workbook, or try: all of it or nothing. Duties are replaced when the file has a column for them, else those
 * of criteria whose code stays stay.
 * @throws Problem access.out-of-scope · not-found · framework.not-a-draft · import.*
 */
export async function importFramework(
  database: Database,
  actor: Actor,
  versionId: string,
  file: ImportFile,
  order: FrameworkImportOrder,
): Promise<FrameworkImportOutcome> {
  if (order.dryRun) {
    const reader = database.reader(actor.cityId)
    const draft = await getDraft(reader, actor, versionId)
    return outcomeOf(file, await prepare(reader, localDay(database.clock()), draft, file, order), true)
  }
  return database.transact(authorOf(actor), async (tx) =>
    importInto(tx, await lockDraft(tx, actor, versionId), file, order),
  )
}

/**
 * A draft to look at before it is changed.
 * @throws Problem access.out-of-scope · not-found · framework.not-a-draft
 */
export async function getDraft(reader: Reader, actor: Actor, versionId: string): Promise<FrameworkVersion> {
  mustCoverCity(actor, 'framework.edit')
  const version = await getVersion(reader, versionId)
  if (version.state !== 'draft') throw new Problem('framework.not-a-draft', { label: version.label })
  return version
}
