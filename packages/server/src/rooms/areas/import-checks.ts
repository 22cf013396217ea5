import { covers, type Finding, flaw, mayContain, scopeOf } from '@chuangcheng/domain'
import type { ImportContext, ImportRow } from '../imports/index.ts'
import { belonging } from './actions.ts'
import type { AREA_COLUMNS } from './area-columns.ts'
import { overlap, type Standing } from './import-periods.ts'
import type { PlacedArea } from './queries.ts'

export type Row = ImportRow<typeof AREA_COLUMNS>
export type Context = ImportContext<(typeof AREA_COLUMNS)[number]['field']>

/** A row with the area it makes. */
export type Planned = {
  readonly row: Row
  readonly before: Standing | null
  readonly after: PlacedArea
  readonly isChanged: boolean
}

/** What stands in the city, and what the file would make of it. */
export type Place = {
  /** by id */
  readonly standing: ReadonlyMap<string, Standing>
  /** by code, the latest last */
  readonly periods: ReadonlyMap<string, readonly Standing[]>
  /** by id */
  readonly planned: ReadonlyMap<string, PlacedArea>
  readonly context: Context
}

const parentOf = ({ parentId }: PlacedArea, { standing, planned }: Place): PlacedArea | undefined =>
  parentId === null ? undefined : (planned.get(parentId) ?? standing.get(parentId))

function levelOrder({ row, after }: Planned, place: Place): Finding[] {
  const { context } = place
  if (row.values.parentCode === null && after.level !== 'city') {
    return [context.error(row.line, 'parentCode', flaw('required', { column: '上级编码' }))]
  }
  const parent = parentOf(after, place)
  if (!parent || mayContain(parent.level, after.level)) return []
  return [
    context.error(row.line, 'level', flaw('level-order', { level: after.level, parentLevel: parent.level })),
  ]
}

function validity({ row, after }: Planned, { periods, context }: Place): Finding[] {
  const { code, validFrom, validTo } = after
  if (validTo !== null && validTo < validFrom) {
    return [context.error(row.line, 'validTo', flaw('validity-reversed', { from: validFrom, to: validTo }))]
  }
  const isTaken = periods.get(code)?.some((other) => other.id !== after.id && overlap(other, after))
  return isTaken ? [context.error(row.line, 'validFrom', flaw('duplicate-in-city', { value: code }))] : []
}

/** One city, one area at the top; of two in the file both are told. */
function secondCity({ row, after }: Planned, { standing, planned, context }: Place): Finding[] {
  if (after.level !== 'city') return []
  const other = [...new Map<string, PlacedArea>([...standing, ...planned]).values()].find(
    (one) => one.level === 'city' && one.id !== after.id && overlap(one, after),
  )
  return other ? [context.error(row.line, 'level', flaw('second-city', { value: other.name }))] : []
}

/** An area may be changed by whoever holds it; put under a parent only by whoever holds the parent, or an area above it. */
function scope({ row, before, after, isChanged }: Planned, { context }: Place): Finding[] {
  if (context.actor === null || !isChanged) return []
  const held = scopeOf(context.actor, 'area.import')
  const holdsAbove = held.everything || after.path.slice(0, -1).some((id) => covers(held, belonging(id)))
  const holdsItself = before !== null && covers(held, belonging(before.id))
  const isMine =
    before === null ? holdsAbove : holdsItself && (holdsAbove || before.parentId === after.parentId)
  return isMine ? [] : [context.error(row.line, 'code', flaw('out-of-scope', { value: after.name }))]
}

function cycle({ row, after }: Planned, { context }: Place): Finding[] {
  if (!after.path.slice(0, -1).includes(after.id)) return []
  return [context.error(row.line, 'parentCode', flaw('own-ancestor', { value: after.code }))]
}

/** An area outside the file whose parent in the file would sink to its level or below. */
function leftBehind({ row, before, after }: Planned, { standing, planned, context }: Place): Finding[] {
  if (before === null || before.level === after.level) return []
  const child = [...standing.values()].find(
    (area) => area.parentId === after.id && !planned.has(area.id) && !mayContain(after.level, area.level),
  )
  if (!child) return []
  return [
    context.error(row.line, 'level', flaw('level-order', { level: child.level, parentLevel: after.level })),
  ]
}

/** Everything that may be wrong with one row beside its cells and its parent's code. */
export const checksOfRow = (planned: Planned, place: Place): Finding[] =>
  [levelOrder, validity, secondCity, scope, cycle, leftBehind].flatMap((check) => check(planned, place))
