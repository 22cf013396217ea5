import type { Datum } from '@chuangcheng/domain'
import { v7 as uuidv7 } from 'uuid'
import type { Reader, Tx } from '../../platform/database/database.ts'

/** field → header of the file */
export type NamedColumns = Readonly<Record<string, string | null>>

export async function findMapping(
  reader: Reader,
  kind: string,
  signature: string,
): Promise<{ columns: NamedColumns; datum: Datum | null } | null> {
  const row = await reader.sql
    .selectFrom('import_mapping')
    .select(['columns', 'options'])
    .where('city_id', '=', reader.cityId)
    .where('kind', '=', kind)
    .where('signature', '=', signature)
    .executeTakeFirst()
  if (!row) return null
  // Only rememberMapping writes these two, in these shapes.
  const options = row.options as { datum?: Datum }
  return { columns: row.columns as NamedColumns, datum: options.datum ?? null }
}

export async function rememberMapping(
  tx: Tx,
  mapping: { kind: string; signature: string; columns: NamedColumns; datum: Datum | null },
): Promise<void> {
  const kept = {
    columns: JSON.stringify(mapping.columns),
    options: JSON.stringify(mapping.datum === null ? {} : { datum: mapping.datum }),
    used_at: tx.now,
  }
  await tx.sql
    .insertInto('import_mapping')
    .values({ city_id: tx.cityId, kind: mapping.kind, signature: mapping.signature, ...kept })
    .onConflict((conflict) => conflict.columns(['city_id', 'kind', 'signature']).doUpdateSet(kept))
    .execute()
}

export type ImportCounts = {
  readonly rowCount: number
  readonly createdCount: number
  readonly changedCount: number
  readonly warningCount: number
}

export async function insertRun(tx: Tx, run: ImportCounts & { kind: string; fileId: string }): Promise<void> {
  await tx.sql
    .insertInto('import_run')
    .values({
      city_id: tx.cityId,
      id: uuidv7(),
      kind: run.kind,
      file_id: run.fileId,
      row_count: run.rowCount,
      created_count: run.createdCount,
      changed_count: run.changedCount,
      warning_count: run.warningCount,
      imported_by: tx.author.userId,
      imported_at: tx.now,
    })
    .execute()
}
