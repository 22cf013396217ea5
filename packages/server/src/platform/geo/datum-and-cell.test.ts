import type { Position } from '@chuangcheng/domain'
import { describe, expect, it } from 'vitest'
import { cellOf, toWgs84 } from './index.ts'

describe('toWgs84', () => {
  // Pairs published with gcoord and coordtransform, which agree on them; the third place is eviltransform's test value.
  it.each<[string, Position, Position, Position]>([
    [
      '宁波天一广场',
      [121.5549, 29.8683],
      [121.55904610365172, 29.865707382514252],
      [121.56544340199797, 29.87206835775579],
    ],
    [
      '廊坊',
      [116.6838, 39.538],
      [116.68971590447656, 39.53910125102503],
      [116.69631862718559, 39.544801021162485],
    ],
    [
      '天津东丽',
      [117.314, 39.0867],
      [117.32038234235648, 39.08773548251565],
      [117.32692008781986, 39.09355936144819],
    ],
  ])(
    'brings %s back within a decimetre from GCJ-02 and within a metre from BD-09',
    (_name, wgs84, gcj02, bd09) => {
      const fromGcj = toWgs84(gcj02, 'GCJ-02')
      expect(Math.abs(fromGcj[0] - wgs84[0])).toBeLessThan(1e-6)
      expect(Math.abs(fromGcj[1] - wgs84[1])).toBeLessThan(1e-6)
      const fromBd = toWgs84(bd09, 'BD-09')
      expect(Math.abs(fromBd[0] - wgs84[0])).toBeLessThan(1e-5)
      expect(Math.abs(fromBd[1] - wgs84[1])).toBeLessThan(1e-5)
    },
  )

  it('leaves WGS84, CGCS2000 and places outside China where they are', () => {
    expect(toWgs84([121.5, 29.8], 'WGS84')).toEqual([121.5, 29.8])
    expect(toWgs84([121.5, 29.8], 'CGCS2000')).toEqual([121.5, 29.8])
    expect(toWgs84([-104.99, 39.74], 'GCJ-02')).toEqual([-104.99, 39.74])
  })
})

describe('cellOf', () => {
  it.each<[string, Position, string]>([
    ['宁波', [121.5549, 29.8683], '8a4b34350037fff'],
    ['廊坊', [116.6838, 39.538], '8a318cd23687fff'],
  ])('names the H3 cell of %s and fits a signed bigint', (_name, position, cell) => {
    expect(BigInt(cellOf(position)).toString(16)).toBe(cell)
    expect(BigInt(cellOf(position)) < 2n ** 63n).toBe(true)
  })
})
