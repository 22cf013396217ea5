import { v7 as uuidv7 } from 'uuid'
import type { Reader, Tx } from '../../../platform/database/database.ts'

export type BaseMap = {
  readonly id: string
  readonly fileId: string
  readonly hash: string
  readonly attribution: string
  /** 审图号 */
  readonly approvalNumber: string
}

/** The base map that counts: the latest. */
export const findBaseMap = (reader: Reader): Promise<BaseMap | undefined> =>
  reader.sql
    .selectFrom('base_map as m')
    .innerJoin('stored_file as f', (on) =>
      on.onRef('f.city_id', '=', 'm.city_id').onRef('f.id', '=', 'm.file_id'),
    )
    .select(['m.id', 'm.file_id as fileId', 'f.hash', 'm.attribution', 'm.approval_number as approvalNumber'])
    .where('m.city_id', '=', reader.cityId)
    .orderBy('m.created_at', 'desc')
    .orderBy('m.id', 'desc')
    .limit(1)
    .executeTakeFirst()

/** Put a base map over the one before, which stays as history. Answers its id. */
export async function insertBaseMap(
  tx: Tx,
  map: Pick<BaseMap, 'fileId' | 'attribution' | 'approvalNumber'>,
): Promise<string> {
  const id = uuidv7()
  await tx.sql
    .insertInto('base_map')
    .values({
      city_id: tx.cityId,
      id,
      file_id: map.fileId,
      attribution: map.attribution,
      approval_number: map.approvalNumber,
      created_at: tx.now,
    })
    .execute()
  return id
}
