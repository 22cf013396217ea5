import type { DutyRole } from '@chuangcheng/domain'
import { sql } from 'kysely'
import type { Reader } from '../../../platform/database/database.ts'

/** Who answers for a criterion of a version on a day, as the workbook says it. */
export type CriterionDuty = {
  readonly criterionId: string
  readonly role: DutyRole
  readonly organizationId: string
  readonly share: number | null
}

/** The duties for criteria of a version that hold on a day, in the order they were given. */
export async function listCriterionDuties(
  reader: Reader,
  versionId: string,
  day: string,
): Promise<CriterionDuty[]> {
  const { rows } = await sql<CriterionDuty>`
    select d.criterion_id as "criterionId", d.role, d.organization_id as "organizationId", d.share
    from duty d
    join framework_node n on n.city_id = d.city_id and n.id = d.criterion_id
    where d.city_id = ${reader.cityId} and n.version_id = ${versionId}
      and d.valid_from <= ${day} and (d.valid_to is null or d.valid_to >= ${day})
    order by d.id`.execute(reader.sql)
  return rows
}
