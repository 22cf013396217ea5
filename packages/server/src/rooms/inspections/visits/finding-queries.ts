import type {
  Answerable,
  CaseState,
  ChecklistItem,
  HandoverGround,
  ItemAnswer,
  VisitState,
} from '@chuangcheng/domain'
import { sql } from 'kysely'
import type { Reader } from '../../../platform/database/database.ts'

/** What a visit found, as it is kept, with the case and its number as they are now. */
export type StoredFinding = {
  readonly id: string
  readonly itemId: string
  readonly because: HandoverGround
  readonly dutyName: string
  readonly organizations: readonly (Answerable & { readonly name: string })[]
  readonly case: { readonly id: string; readonly number: string; readonly state: CaseState } | null
  readonly dueAt: string | null
}

/** The findings of a visit. */
export async function listFindings(reader: Reader, visitId: string): Promise<StoredFinding[]> {
  const { rows } = await sql<StoredFinding>`
    select f.id, f.item_id as "itemId", f.because, f.duty_name as "dutyName", c.due_at as "dueAt",
      (select coalesce(jsonb_agg(r.value || jsonb_build_object('name', o.name) order by r.number), '[]')
        from jsonb_array_elements(f.responsible) with ordinality as r (value, number)
        join organization o on o.city_id = f.city_id and o.id = (r.value ->> 'organizationId')::uuid) as organizations,
      case when c.id is not null then jsonb_build_object('id', c.id, 'number', c.number, 'state', c.state) end as case
    from finding f left join case_file c on c.city_id = f.city_id and c.id = f.case_id
    where f.city_id = ${reader.cityId} and f.visit_id = ${visitId}`.execute(reader.sql)
  return rows
}

/** What was sent at a visit, with the items it was answered to. */
export type AnsweredVisit = {
  readonly id: string
  readonly state: VisitState
  readonly recordedAt: string
  readonly failedCount: number
  readonly answers: readonly {
    readonly itemId: string
    readonly answer: ItemAnswer
    readonly note: string
    readonly photoIds: string[]
  }[]
  readonly items: readonly ChecklistItem[]
}

export async function findAnsweredVisit(reader: Reader, id: string): Promise<AnsweredVisit | null> {
  const { rows } = await sql<AnsweredVisit>`
    select v.id, v.state, v.recorded_at as "recordedAt", v.failed_count as "failedCount", v.answers, w.items
    from site_visit v join checklist_version w on w.city_id = v.city_id and w.id = v.checklist_version_id
    where v.city_id = ${reader.cityId} and v.id = ${id}`.execute(reader.sql)
  return rows[0] ?? null
}
