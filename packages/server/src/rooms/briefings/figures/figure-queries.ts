import type { FigureKey, FigureParams, FigureValue, KeptCase } from '@chuangcheng/domain'
import { sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/database/database.ts'

/** A figure as it was taken and printed. */
export type Figure = {
  readonly id: string
  readonly briefingId: string
  readonly number: number
  readonly key: FigureKey
  readonly params: FigureParams
  readonly words: string
  readonly watermark: number
  readonly value: FigureValue
  readonly shown: string
  readonly rows: readonly KeptCase[] | null
  readonly takenAt: string
}

export type FigureSummary = Pick<Figure, 'id' | 'number' | 'key' | 'words' | 'watermark' | 'shown'>

/** Figures of a briefing as its annex lists them. */
export async function listFigures(reader: Reader, briefingId: string): Promise<FigureSummary[]> {
  const { rows } = await sql<FigureSummary>`
    select id, number, key, words, watermark, shown from figure
    where city_id = ${reader.cityId} and briefing_id = ${briefingId} order by number`.execute(reader.sql)
  return rows
}

export async function findFigure(reader: Reader, id: string): Promise<Figure | null> {
  const { rows } = await sql<Figure>`
    select id, briefing_id as "briefingId", number, key, params, words, watermark, value, shown, rows, taken_at as "takenAt"
    from figure where city_id = ${reader.cityId} and id = ${id}`.execute(reader.sql)
  return rows[0] ?? null
}

/** Keep figures; nobody needs an answer. */
export function insertFigures(tx: Tx, figures: readonly Omit<Figure, 'takenAt'>[]): void {
  tx.send(sql`
    insert into figure (city_id, id, briefing_id, number, key, params, words, watermark, value, shown, rows, taken_at)
    select ${tx.cityId}, r.id, r."briefingId", r.number, r.key, r.params, r.words, r.watermark, r.value, r.shown,
      case when jsonb_typeof(r.rows) = 'array' then r.rows end, ${tx.now}
    from jsonb_to_recordset(${JSON.stringify(figures)}::jsonb) as r (id uuid, "briefingId" uuid, number int, key text, params jsonb,
      words text, watermark bigint, value jsonb, shown text, rows jsonb)`)
}
