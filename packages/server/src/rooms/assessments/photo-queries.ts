import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'

/** Photos that a visit took of what feeds a criterion. */
export type CriterionPhotos = {
  readonly visitId: string
  readonly criterionId: string
  readonly photoIds: readonly string[]
}

/** Photos of visits, by the criterion that the photographed items feed in a version. */
export async function listPhotosBehind(
  reader: Reader,
  versionId: string,
  visitIds: readonly string[],
): Promise<CriterionPhotos[]> {
  if (visitIds.length === 0) return []
  const { rows } = await sql<CriterionPhotos>`
    select v.id as "visitId", t.criterion_id as "criterionId", jsonb_agg(p.id order by a.place, p.place) as "photoIds"
    from site_visit v
    cross join jsonb_array_elements(v.answers) with ordinality as a (answer, place)
    cross join jsonb_array_elements_text(a.answer -> 'photoIds') with ordinality as p (id, place)
    join item_criterion t on t.city_id = v.city_id and t.version_id = ${versionId} and t.state = 'confirmed'
      and t.item_id = (a.answer ->> 'itemId')::uuid
    where v.city_id = ${reader.cityId} and v.id = any(${[...visitIds]}::uuid[])
    group by v.id, t.criterion_id`.execute(reader.sql)
  return rows
}
