import { createHash } from 'node:crypto'
import {
  areaInSquareMetres,
  boxOf,
  type Column,
  covers,
  type Datum,
  type Finding,
  type Flaw,
  flaw,
  labelPointOf,
  nearestNames,
  positionFlaw,
  type Surface,
  scopeOf,
} from '@chuangcheng/domain'
import type { Reader, Tx } from '../../../platform/database/database.ts'
import { readSurface, surfaceToWgs84 } from '../../../platform/geo/index.ts'
import { type Decision, type ImportContext, type ImportRow, importKind } from '../../imports/index.ts'
import { areasMoved, belonging } from '../actions.ts'
import { type AreaCode, listAreaCodes } from '../queries.ts'
import { outsideParents } from './parent-check.ts'
import { type Boundary, listStoredBoundaries, saveBoundaries } from './queries.ts'

/** The properties of a boundary's feature (边界要素). */
const BOUNDARY_COLUMNS = [
  {
    field: 'code',
    zh: '编码',
    en: 'Code',
    aliases: ['区域编码', '区划代码', '行政区划代码', '代码', 'adcode', 'pac'],
    required: true,
    kind: 'code',
    maxLength: 32,
  },
] as const satisfies readonly Column[]

type Row = ImportRow<typeof BOUNDARY_COLUMNS>
type Context = ImportContext<'code'>
type Stored = Awaited<ReturnType<typeof listStoredBoundaries>>[number]
type Saved = { readonly before: Stored | null; readonly after: Boundary }
type Plan = { readonly saved: readonly Saved[] }

/** What a feature's geometry says, in WGS84, or why it cannot be taken. */
function readBoundary(geometry: unknown, datum: Datum): Omit<Boundary, 'areaId'> | { readonly flaw: Flaw } {
  const reading = readSurface(geometry)
  if ('flaw' in reading) return reading
  const surface = surfaceToWgs84(reading.surface, datum)
  const label = labelPointOf(surface)
  const misplaced = positionFlaw(label, null)
  if (misplaced) return { flaw: misplaced }
  return {
    geometry: surface,
    rawGeometry: datum === 'WGS84' ? null : reading.surface,
    datum,
    bounds: boxOf(surface),
    label,
    squareMeters: areaInSquareMetres(surface),
  }
}

function unknownCode(code: string, codes: readonly string[]): Flaw {
  const similar = nearestNames(code, codes)
  return flaw(similar.length > 0 ? 'name-unknown-similar' : 'name-unknown', {
    value: code,
    similar: similar.join('、'),
  })
}

/** Why a row's code cannot be taken; null when it can. `lines` remembers where each code stood first. */
function flawOfCode(
  row: Row & { code: string },
  areas: ReadonlyMap<string, AreaCode>,
  lines: Map<string, number>,
  context: Context,
): Flaw | null {
  const { code, line } = row
  const area = areas.get(code)
  if (!area) return unknownCode(code, [...areas.keys()])
  const first = lines.get(code)
  if (first !== undefined) return flaw('duplicate-in-file', { value: code, line: first })
  lines.set(code, line)
  const { actor } = context
  if (actor === null || covers(scopeOf(actor, 'area.import'), belonging(area.id))) return null
  return flaw('out-of-scope', { value: area.name })
}

const corners = (surface: Surface): string => JSON.stringify(surface.coordinates)

const isSame = (before: Stored, after: Boundary): boolean =>
  before.datum === after.datum && corners(before.geometry) === corners(after.geometry)

async function decide(reader: Reader, rows: readonly Row[], context: Context): Promise<Decision<Plan>> {
  const areas = new Map((await listAreaCodes(reader)).map((area) => [area.code, area]))
  const lines = new Map<string, number>()
  const findings: Finding[] = []
  const read: (Boundary & { line: number; area: AreaCode })[] = []
  for (const row of rows) {
    const { code } = row.values
    const wrongCode = code === null ? null : flawOfCode({ ...row, code }, areas, lines, context)
    if (wrongCode) findings.push(context.error(row.line, 'code', wrongCode))
    const boundary = readBoundary(row.geometry, context.datum)
    const area = areas.get(code ?? '')
    if ('flaw' in boundary) findings.push(context.error(row.line, null, boundary.flaw))
    else if (area && !wrongCode) read.push({ line: row.line, area, areaId: area.id, ...boundary })
  }
  // The parents' too: a boundary is held against the one above it.
  const ids = new Set(read.flatMap(({ area }) => area.path.slice(-2)))
  const stored = new Map((await listStoredBoundaries(reader, [...ids])).map((one) => [one.areaId, one]))
  findings.push(...outsideParents(read, stored, areas, context))
  const saved = read
    .map(
      ({ line: _line, area: _area, ...after }): Saved => ({
        before: stored.get(after.areaId) ?? null,
        after,
      }),
    )
    .filter(({ before, after }) => before === null || !isSame(before, after))
  const createdCount = saved.filter(({ before }) => before === null).length
  const changedCount = saved.length - createdCount
  return { plan: { saved }, findings, createdCount, changedCount, unchangedCount: read.length - saved.length }
}

/** A boundary in the audit log: its size and the hash of its corners; the corners themselves stand in the imported file. */
const noted = ({ geometry, datum, squareMeters }: Pick<Boundary, 'geometry' | 'datum' | 'squareMeters'>) => ({
  boundary: { datum, squareMeters, hash: createHash('sha256').update(corners(geometry)).digest('hex') },
})

async function apply(tx: Tx, { saved }: Plan): Promise<void> {
  if (saved.length === 0) return
  await saveBoundaries(
    tx,
    saved.map(({ after }) => after),
  )
  for (const { before, after } of saved) {
    tx.record({
      action: before ? 'areaBoundary.change' : 'areaBoundary.add',
      subjectKind: 'area',
      subjectId: after.areaId,
      before: before && noted(before),
      after: noted(after),
    })
  }
  await areasMoved(tx)
}

/** Boundaries from GeoJSON (导入边界): each feature names its area by code; the order says the datum. */
export const areaBoundaryImport = importKind({
  kind: 'AreaBoundaries',
  subjectKind: 'areaBoundary',
  columns: BOUNDARY_COLUMNS,
  needsDatum: true,
  readsFeatures: true,
  decide,
  apply,
})
