import type { Duty } from '@chuangcheng/domain'
import { sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/database/database.ts'
import { newIds } from '../../../platform/database/new-ids.ts'

/** Criteria of a version that no organization leads on a day, by code. */
export async function listLeadless(
  reader: Reader,
  versionId: string,
  day: string,
): Promise<{ id: string; code: string; text: string }[]> {
  const { rows } = await sql<{ id: string; code: string; text: string }>`
    select n.id, n.code, n.text from framework_node n
    where n.city_id = ${reader.cityId} and n.version_id = ${versionId} and n.kind = 'criterion' and not exists (
      select from duty d where d.city_id = n.city_id and d.criterion_id = n.id and d.role = 'lead'
        and d.valid_from <= ${day}::date and (d.valid_to is null or d.valid_to >= ${day}::date))
    order by n.code`.execute(reader.sql)
  return rows
}

/** How many duties each criterion of a version has on a day; criteria without any are left out. */
export async function countDutiesByCriterion(
  reader: Reader,
  versionId: string,
  day: string,
): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; count: number }>`
    select d.criterion_id as id, count(*)::int as count from duty d
    join framework_node n on n.city_id = d.city_id and n.id = d.criterion_id
    where d.city_id = ${reader.cityId} and n.version_id = ${versionId}
      and (d.valid_to is null or d.valid_to >= ${day}::date)
    group by d.criterion_id`.execute(reader.sql)
  return new Map(rows.map(({ id, count }) => [id, count]))
}

export async function deleteDutiesOfVersion(tx: Tx, versionId: string): Promise<void> {
  await sql`delete from duty d using framework_node n where d.city_id = ${tx.cityId} and n.city_id = d.city_id
    and n.id = d.criterion_id and n.version_id = ${versionId}`.execute(tx.sql)
}

/** A duty for a criterion of a draft, as an import has it. */
export type CriterionDuty = Pick<Duty, 'criterionId' | 'organizationId' | 'role' | 'share'>

/**
 * Duties for criteria, all from a day on, column by column: a framework brings ten thousand, and PostgreSQL reads them so in a tenth of
 * the time that it needs for as many objects.
 */
export async function insertCriterionDuties(
  tx: Tx,
  validFrom: string,
  duties: readonly CriterionDuty[],
): Promise<void> {
  if (duties.length === 0) return
  const nextId = newIds(duties.length)
  await sql`
    insert into duty (city_id, id, target, criterion_id, organization_id, role, share, valid_from)
    select ${tx.cityId}, r.id, 'criterion', r.criterion_id, r.organization_id, r.role, r.share, ${validFrom}
    from unnest(${duties.map(() => nextId())}::uuid[], ${duties.map(({ criterionId }) => criterionId)}::uuid[],
      ${duties.map(({ organizationId }) => organizationId)}::uuid[], ${duties.map(({ role }) => role)}::text[],
      ${duties.map(({ share }) => share)}::numeric[]) as r (id, criterion_id, organization_id, role, share)`.execute(
    tx.sql,
  )
}
