import { AREA_LEVELS, type Finding, type PlantedTree, plantTree } from '@chuangcheng/domain'
import { v7 as uuidv7 } from 'uuid'
import type { Reader, Tx } from '../../platform/database/database.ts'
import { type Decision, importKind } from '../imports/index.ts'
import { areasMoved, areasRenamed } from './actions.ts'
import { AREA_COLUMNS } from './area-columns.ts'
import { type Context, checksOfRow, type Row } from './import-checks.ts'
import { periodsByCode, type Standing, startsAnew } from './import-periods.ts'
import { layPathsAnew, listAllAreas, type PlacedArea, saveAreas } from './queries.ts'
import { putAreasIntoSearch } from './search-entry-queries.ts'

type Saved = { readonly before: Standing | null; readonly after: PlacedArea }
type Plan = { readonly saved: readonly Saved[] }

/** From when an area is taken to exist when the file does not say. */
const SINCE_EVER = '2000-01-01'

/** What a row says; what it leaves empty stays as it stands, so that a file without dates does not bring ended areas back. */
function plannedOf(row: Row, tree: PlantedTree, before: Standing | null): PlacedArea | null {
  const { code, name, level, kind, validFrom, validTo } = row.values
  const node = code === null ? undefined : tree.nodes.get(code)
  const known = AREA_LEVELS.find((one) => one === level)
  if (code === null || name === null || known === undefined || !node) return null
  return {
    id: node.id,
    code,
    name,
    level: known,
    kind: kind ?? before?.kind ?? null,
    parentId: node.parentId,
    validFrom: validFrom ?? before?.validFrom ?? SINCE_EVER,
    validTo: validTo ?? before?.validTo ?? null,
    path: node.path,
  }
}

const FIELDS = ['code', 'name', 'level', 'kind', 'parentId', 'validFrom', 'validTo'] as const
const isSame = (before: Standing, after: PlacedArea): boolean =>
  FIELDS.every((field) => before[field] === after[field])

async function decide(reader: Reader, rows: readonly Row[], context: Context): Promise<Decision<Plan>> {
  const stored = await listAllAreas(reader)
  const continued = new Map(stored.map((area) => [area.code, area])) // the latest of a code comes last
  for (const { values } of rows) {
    if (values.code !== null && startsAnew(continued.get(values.code), values.validFrom))
      continued.delete(values.code)
  }
  const treeRows = rows.flatMap(({ line, values: { code, parentCode } }) =>
    code === null ? [] : [{ line, code, parentCode }],
  )
  const tree = plantTree(treeRows, continued, uuidv7)
  const findings: Finding[] = tree.flaws.map((found) => context.error(found.line, found.field, found.flaw))
  const planned = rows.flatMap((row) => {
    const before = continued.get(row.values.code ?? '') ?? null
    const after = plannedOf(row, tree, before)
    return after ? [{ row, before, after, isChanged: before === null || !isSame(before, after) }] : []
  })
  const place = {
    standing: new Map(stored.map((area) => [area.id, area])),
    periods: periodsByCode(stored),
    planned: new Map(planned.map(({ after }) => [after.id, after])),
    context,
  }
  for (const one of planned) findings.push(...checksOfRow(one, place))
  const saved = planned
    .filter(({ isChanged }) => isChanged)
    .map(({ before, after }): Saved => ({ before, after }))
  const createdCount = saved.filter(({ before }) => before === null).length
  const changedCount = saved.length - createdCount
  return {
    plan: { saved },
    findings,
    createdCount,
    changedCount,
    unchangedCount: planned.length - saved.length,
  }
}

async function apply(tx: Tx, { saved }: Plan): Promise<void> {
  if (saved.length === 0) return
  const areas = saved.map(({ after }) => after)
  await saveAreas(tx, areas)
  await layPathsAnew(tx)
  await putAreasIntoSearch(
    tx,
    areas.map((area) => area.id),
  )
  for (const { before, after } of saved) {
    const action = before ? 'area.change' : 'area.add'
    tx.record({ action, subjectKind: 'area', subjectId: after.id, before, after })
  }
  await areasMoved(tx)
  await areasRenamed(tx, saved)
}

/** Areas from Excel or CSV (导入区划): known by their code; a known code changes, a new one adds. */
export const areaImport = importKind({
  kind: 'Areas',
  subjectKind: 'area',
  columns: AREA_COLUMNS,
  needsDatum: false,
  decide,
  apply,
})
