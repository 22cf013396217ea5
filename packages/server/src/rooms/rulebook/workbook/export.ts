import type { Readable } from 'node:stream'
import {
  byId,
  type Cell,
  type Choice,
  DUTY_ROLES,
  pathTo,
  SHEET_COLUMNS,
  SHEET_GUESSES,
  SHEET_KINDS,
  SHEET_METHODS,
  SHEET_ORIGINS,
  SHEET_ROLES,
  writeRuleWords,
} from '@chuangcheng/domain'
import type { Locale } from '@chuangcheng/messages'
import type { Reader } from '../../../platform/database/database.ts'
import { writeWorkbook } from '../../../platform/tabular/index.ts'
import {
  type FrameworkNode,
  type FrameworkVersion,
  getVersionPage,
  listNodes,
} from '../../frameworks/index.ts'
import { type CriterionDuty, listCriterionDuties } from './queries.ts'
import { namesForSheet } from './world.ts'

/** What stands left and right of the columns of levels. */
const LEFT = ['code', 'parentCode', 'kind']
const RIGHT = [
  'points',
  'role',
  'origin',
  'methods',
  'rule',
  'siteTypes',
  ...DUTY_ROLES,
  'note',
  'leadHint',
  'guesses',
]

/** The header of a column that is no level's. */
export function sheetHeader(field: string, locale: Locale): string {
  const column = SHEET_COLUMNS.find((one) => one.field === field)
  return (locale === 'en' ? column?.en : column?.zh) ?? field
}

const named =
  (choices: readonly Choice[], locale: Locale) =>
  (value: string): string => {
    const choice = choices.find((one) => one.value === value)
    return (locale === 'en' ? choice?.en : choice?.zh) ?? value
  }

/** How the parts of rows are written. */
type Write = {
  readonly locale: Locale
  readonly levelCount: number
  readonly codes: ReadonlyMap<string, FrameworkNode>
  readonly duties: ReadonlyMap<string, readonly CriterionDuty[]>
  readonly organization: (id: string) => string
  readonly siteType: (id: string) => string
}

const joined = (parts: readonly string[]): Cell => (parts.length === 0 ? null : parts.join('、'))

function dutyCell(node: FrameworkNode, role: string, { duties, organization }: Write): Cell {
  const own = (duties.get(node.id) ?? []).filter((duty) => duty.role === role)
  return joined(
    own.map(
      ({ organizationId, share }) => `${organization(organizationId)}${share === null ? '' : `×${share}`}`,
    ),
  )
}

/** The columns that only criteria fill. */
function criterionCells(node: FrameworkNode, write: Write): Record<string, Cell> {
  if (node.kind === 'indicator') return {}
  const { locale, siteType } = write
  return {
    role: named(SHEET_ROLES, locale)(node.role),
    origin: named(SHEET_ORIGINS, locale)(node.origin),
    methods: joined(node.methods.map(named(SHEET_METHODS, locale))),
    rule: node.rule === null ? null : writeRuleWords(node.rule),
    siteTypes: joined(node.siteTypeIds.map(siteType)),
    ...Object.fromEntries(DUTY_ROLES.map((role) => [role, dutyCell(node, role, write)])),
    leadHint: node.leadHint,
  }
}

/** A node as a row: its text stands in the column of its level, that of a criterion in the last. */
function rowOf(node: FrameworkNode, write: Write): Cell[] {
  const { codes, levelCount, locale } = write
  const depth = node.kind === 'criterion' ? levelCount : pathTo(codes, node.id).length
  const levels = Array.from({ length: levelCount }, (_, at) => (at === depth - 1 ? node.text : null))
  const cells: Record<string, Cell> = {
    code: node.code,
    parentCode: node.parentId === null ? null : (codes.get(node.parentId)?.code ?? null),
    kind: named(SHEET_KINDS, locale)(node.kind),
    points: node.points,
    note: node.note,
    guesses: joined(node.guesses.map(named(SHEET_GUESSES, locale))),
    ...criterionCells(node, write),
  }
  const cellOf = (field: string): Cell => cells[field] ?? null
  return [...LEFT.map(cellOf), ...levels, ...RIGHT.map(cellOf)]
}

function dutiesByCriterion(duties: readonly CriterionDuty[]): Map<string, CriterionDuty[]> {
  const byCriterion = new Map<string, CriterionDuty[]>()
  for (const duty of duties) {
    const own = byCriterion.get(duty.criterionId)
    if (own) own.push(duty)
    else byCriterion.set(duty.criterionId, [duty])
  }
  return byCriterion
}

/** What a column offers to choose from, by its place. */
export function choicesOf(headers: readonly string[], locale: Locale): Map<number, readonly string[]> {
  const offered = [
    ['kind', SHEET_KINDS],
    ['role', SHEET_ROLES],
    ['origin', SHEET_ORIGINS],
  ] as const
  return new Map(
    offered.flatMap(([field, choices]) => {
      const at = headers.indexOf(sheetHeader(field, locale))
      return at < 0 ? [] : [[at, choices.map((choice) => (locale === 'en' ? choice.en : choice.zh))] as const]
    }),
  )
}

export type FrameworkWorkbook = {
  readonly version: FrameworkVersion & { frameworkName: string }
  readonly bytes: Readable
}

/**
 * A version as a workbook that imports back equal: one node a row with its parent's code, the duties that hold on the day beside it.
 * @throws Problem not-found
 */
export async function exportFramework(
  reader: Reader,
  versionId: string,
  day: string,
  locale: Locale,
): Promise<FrameworkWorkbook> {
  const version = await getVersionPage(reader, versionId)
  const nodes = await listNodes(reader, versionId)
  const write: Write = {
    locale,
    levelCount: version.levelNames.length,
    codes: byId(nodes),
    duties: dutiesByCriterion(await listCriterionDuties(reader, versionId, day)),
    ...(await namesForSheet(reader, day)),
  }
  const heads = (fields: readonly string[]): string[] => fields.map((field) => sheetHeader(field, locale))
  const headers = [...heads(LEFT), ...version.levelNames, ...heads(RIGHT)]
  const rows = nodes.map((node) => rowOf(node, write))
  const sheet = { name: version.label, headers, rows, choices: choicesOf(headers, locale) }
  return { version, bytes: writeWorkbook([sheet]) }
}
