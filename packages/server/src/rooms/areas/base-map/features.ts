import { type Datum, isOnEarth, type Position, Problem, type Row } from '@chuangcheng/domain'
import { toWgs84 } from '../../../platform/geo/index.ts'
import { readFeatureTable } from '../../../platform/tabular/index.ts'

/** Nesting of `coordinates` above a position, by type of geometry. */
const DEPTHS: Readonly<Record<string, number>> = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
}

/** Open data carries many keys that are set on few features. */
const MOST_PROPERTIES = 2_000

/** Seven decimals are a centimetre: more only makes the map slower to fetch. */
const DECIMALS = 1e7
const rounded = (degrees: number): number => Math.round(degrees * DECIMALS) / DECIMALS

type Converter = { readonly datum: Datum; readonly refuse: (detail: string) => Problem }
type Coordinates = number[] | Coordinates[]

function convertPosition(value: readonly unknown[], { datum, refuse }: Converter): number[] {
  const [longitude, latitude] = value
  if (typeof longitude !== 'number' || typeof latitude !== 'number') throw refuse('position')
  const position: Position = [longitude, latitude]
  if (!isOnEarth(position)) throw refuse(`[${longitude}, ${latitude}]`)
  return toWgs84(position, datum).map(rounded)
}

function convertCoordinates(value: unknown, depth: number, converter: Converter): Coordinates {
  if (!Array.isArray(value)) throw converter.refuse('coordinates')
  if (depth === 0) return convertPosition(value, converter)
  return value.map((inner: unknown) => convertCoordinates(inner, depth - 1, converter))
}

/** Geometry of a feature in WGS84. Heights are dropped; what does not draw is refused. */
function convertGeometry(geometry: unknown, converter: Converter): object {
  const { type, coordinates } = (geometry ?? {}) as { type?: unknown; coordinates?: unknown } // any value may be asked
  const depth = typeof type === 'string' ? DEPTHS[type] : undefined
  if (depth === undefined) throw converter.refuse(`geometry ${JSON.stringify(type ?? null).slice(0, 40)}`)
  return { type, coordinates: convertCoordinates(coordinates, depth, converter) }
}

function propertiesOf(row: Row, headers: readonly string[]): Record<string, unknown> {
  const given = headers.map((header, at) => [header, row.cells[at] ?? null] as const)
  return Object.fromEntries(given.filter(([, cell]) => cell !== null))
}

/**
 * A GeoJSON file of anything to be drawn (water, parks, roads) as the text of a FeatureCollection in WGS84, one feature a line.
 * @throws Problem import.*, naming the feature by its number
 */
export async function readBaseMap(file: { path: string; name: string }, datum: Datum): Promise<string> {
  const table = await readFeatureTable(file.path, { fileName: file.name, maxColumns: MOST_PROPERTIES })
  const features = table.rows.map((row, at) => {
    const refuse = (detail: string) =>
      new Problem('import.geojson-invalid', { file: file.name, detail: `features[${at}]: ${detail}` })
    const geometry = convertGeometry(table.geometries[at], { datum, refuse })
    return JSON.stringify({ type: 'Feature', properties: propertiesOf(row, table.headers), geometry })
  })
  return `{"type":"FeatureCollection","features":[\n${features.join(',\n')}\n]}\n`
}
