import type { Outline } from './outlines.ts'
import type { Point } from './plane.ts'

export type AreaLevel = '市' | '区县' | '街道' | '社区' | '网格'
export type AreaCategory = '市' | '区' | '县' | '街道' | '镇' | '社区' | '村' | '网格'

/** One row of the area list (区划) with its outline on the plan. */
export interface AreaRow {
  code: string
  name: string
  level: AreaLevel
  category: AreaCategory
  parentCode: string
  validFrom: string
  cells: number[]
  centre: Point
  outline: Outline
}
