import { exactly, type NamedCriterion, Problem, plus, roundedTo, ZERO } from '@chuangcheng/domain'
import type { Reader } from '../../../platform/database/database.ts'
import { localDay } from '../../../platform/local-day.ts'
import { listStandingBesideSheets } from '../../observations/index.ts'
import type { UnknownName } from '../names/said-names.ts'
import type { ObservationOrder, SheetFinding, TargetRound } from '../order.ts'
import { listSheetsOf, type StoredSheet } from '../queries.ts'
import type { OpenedTable } from '../sheet/open-table.ts'
import type { ReadSheet } from '../sheet/read-sheet.ts'
import type { SaidRow } from '../sheet/said-row.ts'
import { askDuties } from './duties.ts'
import { type Ground, readGround } from './ground.ts'
import { Notes } from './notes.ts'
import { type Draft, Observer } from './observe.ts'
import { type Superseding, supersede } from './superseding.ts'

/** A sheet of the order, opened and read. */
export type SheetRead = {
  readonly file: { readonly id: string; readonly name: string; readonly hash: string }
  /** '' = the file has no sheets */
  readonly sheet: string
  readonly opened: OpenedTable
  readonly read: ReadSheet
}

/** What an import would write, and everything that was found (导入决定). */
export type ObservationDecision = {
  readonly ground: Ground
  readonly drafts: readonly Draft[]
  readonly superseding: Superseding
  readonly findings: readonly SheetFinding[]
  readonly names: readonly UnknownName[]
  readonly deductedPoints: number
}

export type Target = {
  readonly round: TargetRound
  readonly frameworkName: string
  readonly criteria: readonly NamedCriterion[]
  /** of a framework made from these very rows: which code each item has got */
  readonly codes: ReadonlyMap<string, string>
}

/** Where less of the rows than this name items of the framework, the sheet is taken for one of another framework. */
const LEAST_KNOWN = 0.5
const MOST_TOLD = 200

const SAID_FIELDS = {
  district: 'district',
  street: 'street',
  organization: 'organization1',
  item: 'item',
} as const

/** @throws Problem observation-import.other-framework */
function mustBeOfFramework(
  rows: readonly SaidRow[],
  unknown: readonly UnknownName[],
  framework: string,
): void {
  const naming = rows.filter(({ item }) => item.said !== '').length
  const open = unknown.filter(({ kind, decision }) => kind === 'item' && decision === null)
  const unknownRows = open.reduce((sum, { rowCount }) => sum + rowCount, 0)
  if (naming === 0 || naming - unknownRows >= naming * LEAST_KNOWN) return
  const examples = open.slice(0, 3).map(({ said }) => said.slice(0, 40))
  throw new Problem('observation-import.other-framework', {
    framework,
    rows: naming,
    known: naming - unknownRows,
    examples: examples.join('；'),
  })
}

/** A name nobody decided about keeps a street or an organization from being known; an item merely stays unresolved. */
function noteUnknown(notes: Notes, unknown: readonly UnknownName[]): void {
  for (const { kind, said, rowCount, sheet, firstLine, field, nearest, decision } of unknown.slice(
    0,
    MOST_TOLD,
  )) {
    if (decision !== null) continue
    const params = {
      value: said.slice(0, 60),
      count: rowCount,
      similar: nearest.map(({ name }) => name).join('、'),
    }
    const place = { sheet, line: firstLine }
    const column = field ?? SAID_FIELDS[kind]
    const near = nearest.length > 0 ? '-similar' : ''
    if (kind === 'item') notes.warning(place, column, `item-unknown${near}`, params)
    else notes.error(place, column, `name-undecided${near}`, params)
  }
}

function noteSerials(notes: Notes, sheets: readonly SheetRead[], rows: readonly SaidRow[]): void {
  const first = new Map<string, SaidRow>()
  for (const row of rows) {
    if (sheets[row.sheet]?.opened.mapping.serial === null) continue
    if (row.serial === null) notes.repeated(row, 'serial', 'serial-missing')
    else if (first.has(row.serial)) notes.repeated(row, 'serial', 'serial-twice', { value: row.serial })
    else first.set(row.serial, row)
  }
}

function noteLeftOut(notes: Notes, sheets: readonly SheetRead[]): void {
  for (const [sheet, { read, file }] of sheets.entries()) {
    for (const finding of read.findings) notes.findings.push({ ...finding, file: file.name })
    const [line] = read.leftOut
    if (line === undefined) continue
    notes.warning({ sheet, line }, null, 'rows-left-out', {
      count: read.leftOut.length,
      lines: read.leftOut.slice(0, 10).join('、'),
    })
  }
}

/** More than half of what is superseded spoke of something else: these are probably other serial numbers. */
function noteElsewhere(notes: Notes, { superseded, elsewhereCount }: Superseding): void {
  if (elsewhereCount * 2 <= superseded.length || elsewhereCount < 3) return
  const params = { count: superseded.length, elsewhere: elsewhereCount }
  notes.warning({ sheet: 0, line: 0 }, 'serial', 'serials-elsewhere', params)
}

const sumOf = (drafts: readonly Draft[]): number => {
  const sums = new Map<number, number>()
  for (const { row } of drafts)
    if (row.deduction !== null) sums.set(row.deduction, (sums.get(row.deduction) ?? 0) + 1)
  const total = [...sums].reduce(
    (sum, [points, count]) =>
      plus(sum, { ...exactly(points), numerator: exactly(points).numerator * BigInt(count) }),
    ZERO,
  )
  return Number(roundedTo(total, 4))
}

/** The day of rows that say none: today, or the end of the period that is nearer. */
function usualDay({ startsOn, endsOn }: TargetRound, now: Date): string {
  const today = localDay(now)
  if (today < startsOn) return startsOn
  return today > endsOn ? endsOn : today
}

/**
 * Decide what the rows of an order become: look everything up, judge every row, and see what stands already. Writes nothing.
 * @throws Problem observation-import.other-framework
 */
export async function decideObservations(
  reader: Reader,
  order: ObservationOrder,
  sheets: readonly SheetRead[],
  { round, frameworkName, criteria, codes }: Target,
  now: Date,
): Promise<ObservationDecision> {
  const rows = sheets.flatMap(({ read }) => read.rows)
  const notes = new Notes(sheets.map(({ file, opened }) => ({ file: file.name, named: opened.named })))
  const ground = await readGround(reader, rows, { round, criteria, codes, decisions: order.decisions })
  const observer = new Observer(ground, { ...order, round, usualDay: usualDay(round, now) }, notes)
  let drafts = rows.map((row) => observer.observe(row))
  const names = Object.values(ground.names).flatMap((said) => said.unknown())
  if (!order.acceptUnknownItems) mustBeOfFramework(rows, names, frameworkName)
  const hasOrganizations = sheets.some(({ opened: { mapping } }) => mapping.organization1 !== null)
  if (!hasOrganizations) drafts = await askDuties(reader, round.versionId, drafts)
  const stored: StoredSheet[] = round.isNew ? [] : await listSheetsOf(reader, round.id)
  const places = [...new Set(drafts.map(({ observation }) => observation.subjectKey))]
  const standing = round.isNew ? [] : await listStandingBesideSheets(reader, round.id, places)
  const upload = {
    series: order.series,
    sheets: sheets.map(({ file, sheet }) => ({ fileHash: file.hash, sheet })),
  }
  const superseding = supersede(standing, stored, upload, drafts)
  noteLeftOut(notes, sheets)
  noteSerials(notes, sheets, rows)
  noteUnknown(notes, names)
  noteElsewhere(notes, superseding)
  return { ground, drafts, superseding, findings: notes.all(), names, deductedPoints: sumOf(drafts) }
}
