import type { FeatureCollection, Geometry } from 'geojson'
import { expect, test } from 'vitest'
import { boundsOf } from './bounds.ts'

const collection = (...geometries: Geometry[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features: geometries.map((geometry) => ({ type: 'Feature', properties: {}, geometry })),
})

test('embraces points and polygons', () => {
  const ring = [
    [118, 33],
    [118.2, 33],
    [118.2, 33.3],
    [118, 33],
  ]
  expect(
    boundsOf(
      collection({ type: 'Point', coordinates: [117.9, 33.1] }, { type: 'Polygon', coordinates: [ring] }),
    ),
  ).toEqual([117.9, 33, 118.2, 33.3])
})

test('is null when there is nothing to embrace', () => {
  expect(boundsOf(collection())).toBeNull()
  expect(boundsOf(undefined)).toBeNull()
})
