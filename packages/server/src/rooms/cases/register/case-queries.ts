import type { DutyRole, HandoverGround } from '@chuangcheng/domain'
import { sql } from 'kysely'
import type { Reader } from '../../../platform/database/database.ts'
import { type CaseRow, rowColumns, rowJoins } from './list-queries.ts'

type Named = {
  readonly organization: { readonly id: string; readonly name: string }
  readonly role: DutyRole
  readonly share: number | null
}

/** What the page of a case shows beside its row. */
export type CaseSheet = CaseRow & {
  readonly description: string
  readonly siteId: string | null
  readonly roundId: string | null
  readonly criterion: { readonly id: string; readonly code: string; readonly text: string } | null
  readonly because: HandoverGround
  readonly responsible: readonly Named[]
  readonly acceptedAt: string | null
}

export async function findCaseSheet(reader: Reader, id: string, now: string): Promise<CaseSheet | null> {
  const { rows } = await sql<CaseSheet>`
    select ${rowColumns(now)}, c.description, c.site_id as "siteId", c.round_id as "roundId",
      case when n.id is not null then jsonb_build_object('id', n.id, 'code', n.code, 'text', n.text) end as criterion,
      c.ground as because, c.accepted_at as "acceptedAt",
      (select coalesce(jsonb_agg(jsonb_build_object('organization', jsonb_build_object('id', w.id, 'name', w.name),
          'role', r.one ->> 'role', 'share', r.one -> 'share') order by r.place), '[]')
        from jsonb_array_elements(c.responsible) with ordinality as r (one, place)
        join organization w on w.city_id = c.city_id and w.id = (r.one ->> 'organizationId')::uuid) as responsible
    from case_file c ${rowJoins}
    left join framework_node n on n.city_id = c.city_id and n.id = c.criterion_id
    where c.city_id = ${reader.cityId} and c.id = ${id}`.execute(reader.sql)
  return rows[0] ?? null
}

/** Whether a photo belongs to a case. */
export async function hasPhoto(reader: Reader, caseId: string, photoId: string): Promise<boolean> {
  const { rows } = await sql`
    select from case_step s where s.city_id = ${reader.cityId} and s.case_id = ${caseId}
      and ${photoId}::uuid = any(s.photo_ids) limit 1`.execute(reader.sql)
  return rows.length > 0
}
