import {
  covers,
  type Finding,
  flaw,
  nearestNames,
  ORGANIZATION_KINDS,
  type PlantedTree,
  plantTree,
  scopeOf,
} from '@chuangcheng/domain'
import { v7 as uuidv7 } from 'uuid'
import type { Reader, Tx } from '../../platform/database/database.ts'
import { forgetActors } from '../../platform/http/actor-memory.ts'
import { type AreaCode, listAreaCodes } from '../areas/index.ts'
import { type Decision, type ImportContext, type ImportRow, importKind } from '../imports/index.ts'
import { putIntoSearch } from '../search/index.ts'
import { ORGANIZATION_COLUMNS } from './organization-columns.ts'
import { listAllOrganizations, movePathsBelow, type Organization, saveOrganizations } from './queries.ts'
import { searchEntryOf } from './search-entry.ts'

type Row = ImportRow<typeof ORGANIZATION_COLUMNS>
type Context = ImportContext<(typeof ORGANIZATION_COLUMNS)[number]['field']>
type Stored = Awaited<ReturnType<typeof listAllOrganizations>>[number]
type Planned = Organization & { readonly path: readonly string[] }
type Plan = { readonly saved: readonly { readonly before: Stored | null; readonly after: Planned }[] }

/** From when an organization is taken to exist when the file does not say. */
const SINCE_EVER = '2000-01-01'

function seatOf(row: Row, areas: ReadonlyMap<string, AreaCode>, context: Context): Finding[] {
  const { areaCode } = row.values
  if (areaCode === null || areas.has(areaCode)) return []
  const similar = nearestNames(areaCode, [...areas.keys()])
  const code = similar.length > 0 ? 'name-unknown-similar' : 'name-unknown'
  return [context.error(row.line, 'areaCode', flaw(code, { value: areaCode, similar: similar.join('、') }))]
}

function validityOf(row: Row, context: Context): Finding[] {
  const { validFrom, validTo } = row.values
  if (validTo === null || (validFrom ?? SINCE_EVER) <= validTo) return []
  const params = { from: validFrom ?? SINCE_EVER, to: validTo }
  return [context.error(row.line, 'validTo', flaw('validity-reversed', params))]
}

function plannedOf(row: Row, tree: PlantedTree, areas: ReadonlyMap<string, AreaCode>): Planned | null {
  const { code, name, shortName, kind, areaCode, validFrom, validTo } = row.values
  const node = code === null ? undefined : tree.nodes.get(code)
  const known = ORGANIZATION_KINDS.find((one) => one === kind)
  if (code === null || name === null || known === undefined || !node) return null
  return {
    id: node.id,
    code,
    name,
    shortName,
    kind: known,
    parentId: node.parentId,
    areaId: areaCode === null ? null : (areas.get(areaCode)?.id ?? null),
    validFrom: validFrom ?? SINCE_EVER,
    validTo,
    path: node.path,
  }
}

function scopeFinding(row: Row, before: Stored | null, after: Planned, context: Context): Finding[] {
  if (context.actor === null) return []
  const scope = scopeOf(context.actor, 'organization.import')
  const mine = (one: Organization) =>
    covers(scope, { areaId: one.areaId, organizationIds: [one.id, one.parentId] })
  if (mine(after) && (before === null || mine(before))) return []
  return [context.error(row.line, 'code', flaw('out-of-scope', { value: after.name }))]
}

const FIELDS = ['code', 'name', 'shortName', 'kind', 'parentId', 'areaId', 'validFrom', 'validTo'] as const
const isSame = (before: Stored, after: Planned): boolean =>
  FIELDS.every((field) => before[field] === after[field])

async function decide(reader: Reader, rows: readonly Row[], context: Context): Promise<Decision<Plan>> {
  const stored = new Map((await listAllOrganizations(reader)).map((one) => [one.code, one]))
  const areas = new Map((await listAreaCodes(reader)).map((area) => [area.code, area]))
  const treeRows = rows.flatMap(({ line, values: { code, parentCode } }) =>
    code === null ? [] : [{ line, code, parentCode }],
  )
  const tree = plantTree(treeRows, stored, uuidv7)
  const findings: Finding[] = tree.flaws.map((found) => context.error(found.line, found.field, found.flaw))
  const saved: { before: Stored | null; after: Planned }[] = []
  let unchangedCount = 0
  for (const row of rows) {
    findings.push(...seatOf(row, areas, context), ...validityOf(row, context))
    const after = plannedOf(row, tree, areas)
    if (!after) continue
    const before = stored.get(after.code) ?? null
    findings.push(...scopeFinding(row, before, after, context))
    if (before && isSame(before, after)) unchangedCount += 1
    else saved.push({ before, after })
  }
  const createdCount = saved.filter(({ before }) => before === null).length
  return {
    plan: { saved },
    findings,
    createdCount,
    changedCount: saved.length - createdCount,
    unchangedCount,
  }
}

async function apply(tx: Tx, plan: Plan): Promise<void> {
  // Parents first: a child's foreign key wants its parent, and a moved parent moves the paths below it.
  const saved = [...plan.saved].sort((a, b) => a.after.path.length - b.after.path.length)
  await saveOrganizations(
    tx,
    saved.map(({ after }) => after),
  )
  for (const { before, after } of saved) {
    if (before && before.path.join() !== after.path.join()) await movePathsBelow(tx, after.id, after.path)
    tx.record({
      action: before ? 'organization.change' : 'organization.add',
      subjectKind: 'organization',
      subjectId: after.id,
      before,
      after,
    })
  }
  await putIntoSearch(
    tx,
    'organization',
    saved.map(({ after }) => searchEntryOf(after)),
  )
  tx.afterCommit(forgetActors)
}

/** Organizations from Excel or CSV (导入单位): known by their code; a known code changes, a new one adds. */
export const organizationImport = importKind({
  kind: 'Organizations',
  subjectKind: 'organization',
  columns: ORGANIZATION_COLUMNS,
  needsDatum: false,
  decide,
  apply,
})
