import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import {
  OBSERVATION_COLUMNS,
  Problem,
  type SaidKind,
  SHEET_LISTS,
  type SheetLists,
} from '@chuangcheng/domain'
import type { NamedColumns } from '../rooms/imports/index.ts'
import { fieldNamed } from '../rooms/observation-imports/index.ts'
import { mustBeFile } from './files.ts'

/** What somebody settled about names in a file of their own: a known name, `true` to create it, `null` to leave it out. */
type NamedDecisions = Readonly<Partial<Record<SaidKind, Readonly<Record<string, string | true | null>>>>>

/** How sheets are to be read, as `--map` says (对照): given in a JSON file, as field=header, or both. */
export type ObservationMap = {
  readonly columns: NamedColumns
  readonly lists: SheetLists | null
  readonly decisions: NamedDecisions
}

const KINDS: Readonly<Record<string, SaidKind>> = {
  districts: 'district',
  streets: 'street',
  organizations: 'organization',
  items: 'item',
}
const WAYS: Readonly<Record<string, SheetLists>> = {
  everyCheck: 'everyCheck',
  'every-check': 'everyCheck',
  problemsOnly: 'problemsOnly',
  problems: 'problemsOnly',
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function invalid(value: string): Problem {
  const fields = OBSERVATION_COLUMNS.map(({ field }) => field).join('、')
  return new Problem('command.map-invalid', { value, fields })
}

/** @throws Problem command.map-invalid */
export function readLists(text: string): SheetLists {
  const lists = WAYS[text]
  if (!lists) throw new Problem('command.lists-invalid', { value: text, values: SHEET_LISTS.join('、') })
  return lists
}

/** The headers of a field; several for the organizations, which have three columns. */
function columnsOf(name: string, value: unknown): (readonly [string, string | null])[] {
  const field = fieldNamed(name)
  if (field === null && name !== 'organizations') throw invalid(name)
  if (Array.isArray(value))
    return value.slice(0, 3).map((header, at) => [`organization${at + 1}`, String(header)] as const)
  if (value !== null && typeof value !== 'string') throw invalid(name)
  return [[field ?? 'organization1', value || null]]
}

function decisionsOf(given: unknown): NamedDecisions {
  if (!isRecord(given)) return {}
  const decisions: Partial<Record<SaidKind, Record<string, string | true | null>>> = {}
  for (const [group, names] of Object.entries(given)) {
    const kind = KINDS[group]
    if (!kind || !isRecord(names)) throw invalid(group)
    const settled = Object.entries(names).map(([said, as]) => {
      const is = as === false ? null : as
      if (is !== null && is !== true && typeof is !== 'string') throw invalid(said)
      return [said, is] as const
    })
    decisions[kind] = Object.fromEntries(settled)
  }
  return decisions
}

function readJson(file: string): ObservationMap {
  const path = resolve(file)
  mustBeFile(path)
  let read: unknown
  try {
    read = JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/u, ''))
  } catch {
    throw invalid(file)
  }
  if (!isRecord(read)) throw invalid(file)
  const { columns, lists, decisions, ...rest } = read
  const named = isRecord(columns) ? columns : rest
  return {
    columns: Object.fromEntries(Object.entries(named).flatMap(([name, value]) => columnsOf(name, value))),
    lists: typeof lists === 'string' ? readLists(lists) : null,
    decisions: decisionsOf(decisions),
  }
}

function readPair(value: string): ObservationMap {
  const at = value.indexOf('=')
  if (at < 1) throw invalid(value)
  const pair = columnsOf(value.slice(0, at), value.slice(at + 1))
  return { columns: Object.fromEntries(pair), lists: null, decisions: {} }
}

/** @throws Problem command.map-invalid · command.lists-invalid · command.file-missing */
export function readMaps(given: readonly string[]): ObservationMap {
  const maps = given.map((value) => (/\.json$/iu.test(value) ? readJson(value) : readPair(value)))
  return {
    columns: Object.assign({}, ...maps.map(({ columns }) => columns)),
    lists: maps.map(({ lists }) => lists).findLast((lists) => lists !== null) ?? null,
    decisions: Object.assign({}, ...maps.map(({ decisions }) => decisions)),
  }
}
