import type { Readable } from 'node:stream'
import {
  byId,
  type Cell,
  type FigureValue,
  type Fraction,
  inTreeOrder,
  type KeptCase,
  rateOf,
  readFraction,
  roundedTo,
} from '@chuangcheng/domain'
import type { Reader } from '../../../platform/database/database.ts'
import { type SheetToWrite, writeWorkbook } from '../../../platform/tabular/index.ts'
import type { Score } from '../../assessments/index.ts'
import type { StandingObservation } from '../../observations/index.ts'
import type { Say } from '../document/sentence.ts'
import type { FigureSummary } from '../figures/figure-queries.ts'
import { type Loss, lossKey } from '../figures/losses.ts'
import { take } from '../figures/registry.ts'
import type { FigureSource } from '../figures/source.ts'
import { listOrganizationNames } from '../queries.ts'

/** Six decimals: what a person reckons on with in a spreadsheet. */
const numberOf = (value: Fraction | null): Cell => (value === null ? null : Number(roundedTo(value, 6)))
const numberOfText = (exact: string | null): Cell => (exact === null ? null : numberOf(readFraction(exact)))
const instant = (at: string | null): Cell => (at === null ? null : new Date(at))

const headers = (say: Say, keys: readonly string[]): string[] =>
  keys.map((key) => say(`briefing.column.${key}`))

const figuresSheet = (
  figures: readonly (FigureSummary & { value: FigureValue })[],
  say: Say,
): SheetToWrite => ({
  name: say('briefing.sheet.figures'),
  headers: headers(say, ['number', 'name', 'shown', 'words', 'watermark']),
  rows: figures.map(({ number, key, shown, words, watermark }) => [
    number,
    say(`figureName.${key}`),
    shown === '' ? say('briefing.seeTable') : shown,
    words,
    watermark,
  ]),
})

const treeSheet = ({ nodes, tree }: Score, say: Say): SheetToWrite => ({
  name: say('briefing.sheet.tree'),
  headers: [
    ...headers(say, ['code', 'text']),
    ...['points', 'earned', 'lost', 'open', 'rate'].map((id) => say(`figureColumn.${id}`)),
  ],
  rows: inTreeOrder(nodes).flatMap((node): Cell[][] => {
    const score = tree.nodes.get(node.id)
    if (!score) return []
    const { points, earned, lost, open } = score
    return [[node.code, node.text, ...[points, earned, lost, open, rateOf(score)].map(numberOf)]]
  }),
})

/** A figure that is a table, as a sheet. */
const tableSheet = (name: string, value: FigureValue, rowsName: string, say: Say): SheetToWrite[] =>
  value.kind === 'number'
    ? []
    : [
        {
          name,
          headers: [rowsName, ...value.columns.map((one) => one.name || say(`figureColumn.${one.id}`))],
          rows: value.rows.map((row) => [row.name || say('briefing.nobody'), ...row.cells.map(numberOfText)]),
        },
      ]

const OBSERVED = [
  'observedAt',
  'street',
  'siteType',
  'place',
  'code',
  'criterion',
  'outcome',
  'share',
  'violations',
  'deduction',
  'lost',
  'responsible',
  'note',
] as const

type Observed = {
  readonly score: Score
  readonly standing: readonly StandingObservation[]
  readonly losses: readonly Loss[]
  /** of organizations */
  readonly names: ReadonlyMap<string, string>
}

function observationsSheet({ score, standing, losses, names }: Observed, say: Say): SheetToWrite {
  const nodes = byId(score.nodes)
  const lost = new Map(losses.map((loss) => [lossKey(loss.seen), loss.lost]))
  const outcomes = Object.fromEntries(
    ['share', 'notApplicable', 'problem'].map((outcome) => [outcome, say(`briefing.outcome.${outcome}`)]),
  )
  return {
    name: say('briefing.sheet.observations'),
    headers: headers(say, OBSERVED),
    rows: standing.map((seen) => {
      const node = nodes.get(seen.criterionId ?? '')
      const { numerator, denominator } = seen
      const share =
        numerator === null || denominator === null ? null : Number(numerator) / Number(denominator)
      return [
        instant(seen.observedAt),
        seen.subdistrictName,
        seen.siteTypeName,
        seen.placeName,
        node?.code ?? '',
        node?.text ?? '',
        outcomes[seen.outcome] ?? '',
        share,
        seen.violationCount,
        seen.deductionPoints,
        numberOf(lost.get(lossKey(seen)) ?? null),
        seen.responsible.map(({ organizationId }) => names.get(organizationId) ?? '').join('、'),
        seen.note,
      ]
    }),
  }
}

const CASES = [
  'caseNumber',
  'title',
  'place',
  'responsible',
  'state',
  'openedAt',
  'dueAt',
  'rectifiedAt',
  'closedAt',
  'overdue',
] as const

const casesSheet = (cases: readonly KeptCase[], say: Say): SheetToWrite => ({
  name: say('briefing.sheet.cases'),
  headers: headers(say, CASES),
  rows: cases.map((one) => [
    one.number,
    one.title,
    one.placeName,
    one.organizationName || say('briefing.nobody'),
    say(`caseState.${one.state}`),
    instant(one.openedAt),
    instant(one.dueAt),
    instant(one.rectifiedAt),
    instant(one.closedAt),
    one.overdue ? say('briefing.yes') : '',
  ]),
})

type Details = {
  readonly source: FigureSource
  readonly figures: readonly (FigureSummary & { value: FigureValue })[]
  readonly say: Say
}

/** The details behind a briefing as a workbook (明细表), from the same source as its figures. */
export async function detailsWorkbook(reader: Reader, { source, figures, say }: Details): Promise<Readable> {
  const [score, standing, losses, cases, streets, organizations, matrix] = await Promise.all([
    source.score(),
    source.standing(),
    source.losses(),
    source.cases(),
    take(source, 'score.streets', {}),
    take(source, 'score.organizations', {}),
    take(source, 'score.matrix', {}),
  ])
  const ids = new Set(standing.flatMap(({ responsible }) => responsible.map((one) => one.organizationId)))
  const names = await listOrganizationNames(reader, [...ids])
  const [street, organization, item] = ['street', 'organization', 'item'].map((one) => say(`briefing.${one}`))
  return writeWorkbook([
    figuresSheet(figures, say),
    treeSheet(score, say),
    ...tableSheet(say('briefing.sheet.streets'), streets.value, street ?? '', say),
    ...tableSheet(say('briefing.sheet.organizations'), organizations.value, organization ?? '', say),
    ...tableSheet(say('briefing.sheet.matrix'), matrix.value, item ?? '', say),
    observationsSheet({ score, standing, losses, names }, say),
    casesSheet(cases, say),
  ])
}
