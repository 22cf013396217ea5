import type { AreaLevel, Surface } from '@chuangcheng/domain'
import { AREA_LEVELS, boxOf } from '@chuangcheng/domain'
import Flatbush from 'flatbush'
import { bandSurface } from './banded-surface.ts'

/** An area with its boundary in WGS84, as the index needs it. */
export interface IndexedArea {
  readonly id: string
  readonly level: AreaLevel
  readonly geometry: Surface
}

/** Answers which areas a position lies in (点所在区域). */
export interface AreaIndex {
  /** Ids of all areas that contain the WGS84 position, deepest level first, equal levels by id. Lines count as inside. */
  at(longitude: number, latitude: number): string[]
}

const byDepth = (a: IndexedArea, b: IndexedArea): number =>
  AREA_LEVELS.indexOf(b.level) - AREA_LEVELS.indexOf(a.level) || (a.id < b.id ? -1 : 1)

/** Builds the index once; a question then takes some microseconds among thousands of areas. */
export function createAreaIndex(areas: readonly IndexedArea[]): AreaIndex {
  if (areas.length === 0) return { at: () => [] }
  const boxes = new Flatbush(areas.length)
  for (const area of areas) boxes.add(...boxOf(area.geometry))
  boxes.finish()
  const banded = areas.map((area) => ({ area, contains: bandSurface(area.geometry) }))
  return {
    at: (longitude, latitude) =>
      boxes
        .search(longitude, latitude, longitude, latitude)
        .flatMap((found) => banded[found] ?? [])
        .filter(({ contains }) => contains([longitude, latitude]))
        .map(({ area }) => area)
        .sort(byDepth)
        .map((area) => area.id),
  }
}
