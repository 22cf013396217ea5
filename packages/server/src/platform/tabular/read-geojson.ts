import type { Cell, Row } from '@chuangcheng/domain'
import { Problem } from '@chuangcheng/domain'
import { RowCollector, textCell } from './collect-rows.ts'
import { decodedText, detectEncoding } from './decode-text.ts'
import { distinctHeaders } from './header-row.ts'
import type { ReadOrder, Table } from './table.ts'

/** A table of features (要素): their properties as columns, their geometries beside them, unchecked. */
export interface FeatureTable extends Table {
  /** By row of the table; null where the feature has none. */
  readonly geometries: readonly unknown[]
}

/** Headers of the two columns a point becomes. */
export const POINT_HEADERS = ['经度', '纬度'] as const

interface RawFeature {
  readonly properties: ReadonlyMap<string, unknown>
  readonly geometry: unknown
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

async function parseCollection(order: ReadOrder): Promise<{ encoding: string; features: RawFeature[] }> {
  const encoding = await detectEncoding(order)
  const pieces: string[] = []
  for await (const piece of decodedText(order, encoding)) pieces.push(piece)
  const content = parseJson(pieces.join(''), order.fileName)
  if (!isObject(content) || content.type !== 'FeatureCollection' || !Array.isArray(content.features)) {
    throw new Problem('import.geojson-not-features', { file: order.fileName })
  }
  const features = content.features.map((feature: unknown, at): RawFeature => {
    if (!isObject(feature)) {
      throw new Problem('import.geojson-invalid', { file: order.fileName, detail: `features[${at}]` })
    }
    const { properties, geometry } = feature
    return {
      properties: new Map(isObject(properties) ? Object.entries(properties) : []),
      geometry: geometry ?? null,
    }
  })
  return { encoding, features }
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw new Problem('import.geojson-invalid', { file, detail: error.message.slice(0, 120) })
  }
}

function cellOfProperty(value: unknown): Cell {
  if (value === null || value === undefined) return null
  if (typeof value === 'number' || typeof value === 'boolean') return value
  return textCell(typeof value === 'string' ? value : JSON.stringify(value))
}

/**
 * Reads a GeoJSON FeatureCollection whose geometries may be anything: properties become columns, the geometry stays beside its
 * row. A row's line is the feature's number in the file.
 */
export async function readFeatures(order: ReadOrder): Promise<FeatureTable> {
  const { encoding, features } = await parseCollection(order)
  const file = order.fileName
  if (features.length === 0) throw new Problem('import.empty', { file })
  if (features.length > order.maxRows)
    throw new Problem('import.too-many-rows', { file, limit: order.maxRows })
  const names = new Map<string, number>()
  for (const [at, feature] of features.entries()) {
    for (const name of feature.properties.keys()) if (!names.has(name)) names.set(name, names.size)
    if (names.size > order.maxColumns) {
      throw new Problem('import.too-many-columns', { file, line: at + 1, limit: order.maxColumns })
    }
  }
  const rows = features.map(({ properties }, at): Row => {
    const cells = [...names.keys()].map((name) => cellOfProperty(properties.get(name)))
    return { line: at + 1, cells }
  })
  const geometries = features.map((feature) => feature.geometry)
  return { format: 'geojson', encoding, headers: distinctHeaders([...names.keys()]), rows, geometries }
}

function pointCells(geometry: unknown): [Cell, Cell] {
  if (geometry === null) return [null, null]
  const { type, coordinates } = isObject(geometry) ? geometry : {}
  const [longitude, latitude] =
    type === 'Point' && Array.isArray(coordinates) ? (coordinates as unknown[]) : []
  if (typeof longitude === 'number' && typeof latitude === 'number') return [longitude, latitude]
  const shown = typeof type === 'string' ? type.slice(0, 40) : '?'
  return [{ broken: 'not-a-point', shown }, null]
}

/** Reads a FeatureCollection of points; the geometry becomes the last two columns, 经度 and 纬度. */
export async function readPoints(order: ReadOrder): Promise<Table> {
  const { geometries, headers, rows, ...table } = await readFeatures(order)
  const collector = new RowCollector({ ...order, maxColumns: order.maxColumns + POINT_HEADERS.length })
  for (const [at, row] of rows.entries()) {
    const own = headers.map((_, index) => row.cells[index] ?? null)
    collector.add(row.line, [...own, ...pointCells(geometries[at])])
  }
  // A property of the same name gives way: where a feature stands is said by its geometry.
  const renamed = headers.map((header) =>
    POINT_HEADERS.some((name) => name === header) ? `${header}(properties)` : header,
  )
  return { ...table, headers: [...renamed, ...POINT_HEADERS], rows: collector.rows }
}
