import type { AreaLevel } from '@chuangcheng/domain'
import type { Reader } from '../../platform/database/database.ts'

/** An area as other rooms refer to it. */
export type AreaCode = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly level: AreaLevel
  readonly path: readonly string[]
}

/** Every area of the city by code, the latest of a code last. */
export const listAreaCodes = (reader: Reader): Promise<AreaCode[]> =>
  reader.sql
    .selectFrom('area')
    .select(['id', 'code', 'name', 'level', 'path'])
    .where('city_id', '=', reader.cityId)
    .orderBy('code')
    .orderBy('valid_from')
    .execute()
