import type { Position } from '@chuangcheng/domain'
import { latLngToCell } from 'h3-js'

/** H3 cells of resolution 10 are about 120 m wide: a street corner. */
const RESOLUTION = 10

/** The H3 cell (六边形网格) of a WGS84 position as a decimal string that fits a `bigint` column. */
export const cellOf = ([longitude, latitude]: Position): string =>
  BigInt(`0x${latLngToCell(latitude, longitude, RESOLUTION)}`).toString()
