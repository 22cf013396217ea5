import type { Reader, Tx } from '../../../platform/database/database.ts'

export async function getUserNameOf(reader: Reader, userId: string): Promise<string> {
  const row = await reader.sql
    .selectFrom('user_account')
    .select('user_name as userName')
    .where('city_id', '=', reader.cityId)
    .where('id', '=', userId)
    .executeTakeFirstOrThrow()
  return row.userName
}

export async function changeMyLocale(tx: Tx, userId: string, locale: 'zh-CN' | 'en'): Promise<void> {
  await tx.sql
    .updateTable('user_account')
    .set({ locale })
    .where('city_id', '=', tx.cityId)
    .where('id', '=', userId)
    .execute()
  tx.record({
    action: 'user.locale',
    subjectKind: 'user',
    subjectId: userId,
    before: null,
    after: { locale },
  })
}
