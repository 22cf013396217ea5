import {
  exactly,
  readFraction,
  roundedTo,
  TALLY_DIMENSIONS,
  type TallyDimension,
  times,
} from '@chuangcheng/domain'
import { type Command, Option } from 'commander'
import type { Reader } from '../platform/database/database.ts'
import {
  countSites,
  partsOf,
  partView,
  readScore,
  scoreView,
  selectRounds,
} from '../rooms/assessments/index.ts'
import { findRoundIdByName } from '../rooms/inspections/index.ts'
import { getCityOrOnly } from './city.ts'
import { inColumns } from './columns.ts'
import { openDatabase } from './house-on-engine.ts'
import { remark, say, sentence, shellLocale } from './language.ts'

type ScoreOptions = {
  readonly city?: string
  readonly round: readonly string[]
  readonly by?: TallyDimension
  readonly json?: true
}

/** Whoever sits at the machine sees every round. */
const ONLOOKER = { everything: true } as const

/** What is no round's name is taken for an id: whether there is such a round, the selection says. */
const idOf = async (reader: Reader, nameOrId: string): Promise<string> =>
  (await findRoundIdByName(reader, nameOrId)) ?? nameOrId

const GROUPS = {
  district: 'districts',
  subdistrict: 'subdistricts',
  siteType: 'siteTypes',
  organization: 'organizations',
} as const satisfies Record<TallyDimension, string>

type PartShown = ReturnType<typeof partView>

/** Everything that is known of a score, every number exact. */
async function readAll(reader: Reader, names: readonly string[], dimensions: readonly TallyDimension[]) {
  const ids = await Promise.all(names.map((name) => idOf(reader, name)))
  const { version, rounds } = await selectRounds(reader, ONLOOKER, ids)
  const roundIds = rounds.map(({ id }) => id)
  const [score, sites] = await Promise.all([
    readScore(reader, { versionId: version.id, roundIds }, dimensions),
    countSites(reader, roundIds),
  ])
  const parts = new Map<TallyDimension, PartShown[]>()
  for (const dimension of dimensions)
    parts.set(dimension, (await partsOf(reader, dimension, score)).map(partView))
  return { whole: { version, rounds, ...scoreView(score, sites, shellLocale()) }, parts }
}

type Shown = { readonly fraction: string }
const points = ({ fraction }: Shown): string => roundedTo(readFraction(fraction), 2)
const HUNDRED = exactly(100)
const percent = (share: Shown | null): string =>
  share === null ? '—' : `${roundedTo(times(readFraction(share.fraction), HUNDRED), 2)}%`

type Found = Awaited<ReturnType<typeof readAll>>['whole']

const headers = (keys: readonly string[]): string[] => keys.map((key) => sentence(`score.${key}`))

function printTree({ total, nodes }: Found): void {
  const depths = new Map<string | null, number>([[null, -1]])
  const lines = nodes.map((node) => {
    const depth = (depths.get(node.parentId) ?? -1) + 1
    depths.set(node.id, depth)
    const coverage = node.coverage ? `${node.coverage.observed}/${node.coverage.applicable}` : ''
    return [
      `${'  '.repeat(depth)}${node.code} ${node.text}`,
      percent(node.rate),
      ...[node.points, node.earned, node.lost, node.open].map(points),
      coverage,
    ]
  })
  const whole = [total.points, total.earned, total.lost, total.open].map(points)
  for (const line of inColumns([
    headers(['node', 'rate', 'points', 'earned', 'lost', 'open', 'coverage']),
    ...lines,
    [sentence('score.total'), percent(total.rate), ...whole, ''],
  ]))
    say(line)
}

function printParts(parts: readonly PartShown[], dimension: TallyDimension): void {
  const lines = parts.map((part) => [
    part.name === '' ? sentence('score.nobody') : part.name,
    percent(part.score),
    ...[part.earned, part.stake, part.lost, part.deductions].map(points),
    String(part.observationCount + part.problemCount),
  ])
  say('')
  for (const line of inColumns([
    headers([`by.${dimension}`, 'rate', 'earned', 'stake', 'lost', 'deducted', 'observations']),
    ...lines,
  ]))
    say(line)
}

async function score(options: ScoreOptions): Promise<void> {
  const { by, json } = options
  const opened = await openDatabase('visitor', remark)
  try {
    const city = await getCityOrOnly(opened.database, options.city)
    const reader = opened.database.reader(city.id)
    const everything = json ? TALLY_DIMENSIONS : []
    const dimensions = by === undefined ? everything : [by]
    const { whole, parts } = await readAll(reader, options.round, dimensions)
    if (json) {
      const groups = Object.fromEntries([...parts].map(([dimension, rows]) => [GROUPS[dimension], rows]))
      return say(JSON.stringify({ city, ...whole, ...groups }))
    }
    say(`${city.name} · ${whole.rounds.map(({ name }) => name).join('、')}`)
    printTree(whole)
    for (const [dimension, rows] of parts) printParts(rows, dimension)
  } finally {
    await opened.close()
  }
}

const collected = (name: string, before: readonly string[] | undefined): string[] => [...(before ?? []), name]

export function scoreCommand(program: Command): void {
  program
    .command('score')
    .description('督查批次的得分、失分与覆盖 · scores, losses and coverage of rounds')
    .option('--city <code>', '城市编码，只有一个城市时可省略 · code of the city, if there are several')
    .requiredOption(
      '--round <name>',
      '批次名称或编号，可多次给出 · name or id of a round; may be given again',
      collected,
    )
    .addOption(new Option('--by <dimension>', '按什么分列 · broken down by').choices([...TALLY_DIMENSIONS]))
    .option('--json', '输出 JSON，数值均为精确分数 · JSON, every number exact')
    .action(score)
}
