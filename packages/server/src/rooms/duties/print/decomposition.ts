import type { Readable } from 'node:stream'
import type { DutyRole } from '@chuangcheng/domain'
import { explainRule, type Locale } from '@chuangcheng/messages'
import type { Reader } from '../../../platform/database/database.ts'
import { writeDocument } from '../../../platform/documents/index.ts'
import { writeWorkbook } from '../../../platform/tabular/index.ts'
import { type Criterion, getVersionPage, listCriteria } from '../../frameworks/index.ts'
import { dutiesByCriterion } from '../overview/matrix.ts'
import { type DutyRow, listDutiesOfVersion } from '../register/queries.ts'
import { methodNames, type Say, wordsIn } from './task-sheet.ts'

type Line = { readonly criterion: Criterion; readonly duties: readonly DutyRow[] }
type Decomposition = {
  readonly lines: readonly Line[]
  readonly frameworkName: string
  readonly label: string
  readonly day: string
  /** what the levels of indicators are called */
  readonly levelNames: readonly string[]
}

/** Every criterion of a version with who does what (责任分解表). @throws Problem not-found */
export async function readDecomposition(
  reader: Reader,
  versionId: string,
  day: string,
): Promise<Decomposition> {
  const { frameworkName, label, levelNames } = await getVersionPage(reader, versionId)
  const [criteria, duties] = await Promise.all([
    listCriteria(reader, versionId),
    listDutiesOfVersion(reader, versionId, day),
  ])
  const groups = dutiesByCriterion(duties)
  const lines = criteria.map((criterion) => ({ criterion, duties: groups.get(criterion.id) ?? [] }))
  return { lines, frameworkName, label, day, levelNames: levelNames.slice(0, -1) }
}

/** Those with a role, each with its share where one is said. */
const named = (duties: readonly DutyRow[], role: DutyRole): string =>
  duties
    .filter((duty) => duty.role === role)
    .map(({ organization, share }) =>
      share === null ? organization.name : `${organization.name}（${share}%）`,
    )
    .join('、')

/** The table as a workbook: a column for each level of indicators. */
export function decompositionWorkbook({ lines, levelNames }: Decomposition, locale: Locale): Readable {
  const say = wordsIn(locale)
  return writeWorkbook([
    {
      name: say('print.decomposition'),
      headers: [
        ...levelNames,
        ...['code', 'criterion', 'points', 'methods', 'rule', 'lead', 'competent', 'supporting'].map((key) =>
          say(`print.${key}`),
        ),
      ],
      rows: lines.map(({ criterion, duties }) => [
        ...levelNames.map((_, level) => criterion.above[level]?.text ?? ''),
        criterion.code,
        criterion.text,
        criterion.points,
        methodNames(criterion.methods, say),
        criterion.rule === null ? '' : explainRule(locale, criterion.rule),
        named(duties, 'lead'),
        named(duties, 'competent'),
        named(duties, 'supporting'),
      ]),
    },
  ])
}

const columnsOf = (say: Say) => [
  { header: say('print.code'), width: 9, align: 'center' as const },
  { header: say('print.indicator'), width: 17 },
  { header: say('print.criterion'), width: 34 },
  { header: say('print.points'), width: 6, align: 'center' as const },
  { header: say('print.lead'), width: 13 },
  { header: say('print.competent'), width: 10 },
  { header: say('print.supporting'), width: 14 },
]

/** The table as a document to be printed, on its side. */
export function decompositionDocument(decomposition: Decomposition, locale: Locale): Promise<Buffer> {
  const say = wordsIn(locale)
  const { frameworkName, label, day, lines } = decomposition
  return writeDocument({
    title: say('print.decompositionOf', { name: frameworkName }),
    subtitle: `${label}　${say('print.asOf', { day })}`,
    landscape: true,
    blocks: [
      {
        kind: 'table',
        columns: columnsOf(say),
        rows: lines.map(({ criterion, duties }) => [
          criterion.code,
          criterion.above.at(-1)?.text ?? '',
          criterion.text,
          criterion.points === null ? '' : String(criterion.points),
          named(duties, 'lead'),
          named(duties, 'competent'),
          named(duties, 'supporting'),
        ]),
      },
    ],
  })
}
