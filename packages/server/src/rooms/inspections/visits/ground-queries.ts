import type { ChecklistItem, InspectionRound, VersionState, VisitState } from '@chuangcheng/domain'
import type { Reader } from '../../../platform/database/database.ts'
import { fixed } from '../../../platform/database/fixed.ts'
import type { NamedDuty } from '../rule-book/book-queries.ts'

/** A visit that a correction takes the place of. */
export type CorrectedVisit = {
  readonly id: string
  readonly roundId: string
  readonly siteId: string
  readonly checklistId: string
  readonly checklistVersionId: string
  readonly inspectorId: string
  readonly state: VisitState
  readonly findings: readonly {
    readonly itemId: string
    readonly id: string
    readonly caseId: string | null
  }[]
}

/** All that a visit is decided by. Whatever the city does not know is null. */
export type VisitGround = {
  /** of the rule book */
  readonly revision: number
  readonly round:
    | (Omit<InspectionRound, 'endsOn'> & {
        readonly versionId: string
        /** the team of the one who asks */
        readonly teamId: string | null
      })
    | null
  readonly site: {
    readonly id: string
    readonly name: string
    readonly address: string
    readonly typeId: string
    readonly areaId: string | null
    readonly holderId: string | null
    readonly supervisorId: string | null
    readonly planned: boolean
    readonly duties: readonly NamedDuty[]
  } | null
  readonly checklist: {
    readonly id: string
    readonly versionId: string
    readonly name: string
    readonly state: VersionState
    /** it is for the type of the site */
    readonly fits: boolean
    /** the number of the version that counts now */
    readonly currentNumber: number | null
  } | null
  /** a visit with this id */
  readonly known: { readonly contentHash: string; readonly inspectorId: string } | null
  /** the visit that stands there already */
  readonly standing: {
    readonly id: string
    readonly inspectorName: string
    readonly finishedAt: string
  } | null
  readonly corrected: CorrectedVisit | null
  /** others may stand beside what it observes: of visits with other checklists, of sheets */
  readonly beside: boolean
  /** which of the files are pictures of the one who asks */
  readonly pictureIds: readonly string[]
}

type Asked = {
  readonly id: string
  readonly roundId: string
  readonly siteId: string
  readonly checklistVersionId: string
  readonly correctsId: string | null
}

/** Everything a visit is decided by, in one statement whose plan is kept. */
export async function readGround(
  { sql: run, cityId }: Reader,
  { id, roundId, siteId, checklistVersionId, correctsId }: Asked,
  userId: string,
  fileIds: readonly string[],
): Promise<VisitGround> {
  const { rows } = await fixed<VisitGround>`
    with asked as (select ${cityId}::uuid as city_id, ${roundId}::uuid as round_id, ${siteId}::uuid as site_id,
      ${checklistVersionId}::uuid as version_id)
    select coalesce((select b.revision from rule_book_revision b where b.city_id = q.city_id), 0) as revision,
      (select jsonb_build_object('id', r.id, 'name', r.name, 'kind', r.kind, 'versionId', r.version_id, 'startsOn', r.starts_on,
          'rectifyDays', r.rectify_days, 'publishedAt', r.published_at, 'finishedAt', r.finished_at,
          'teamId', (select m.team_id from round_team_member m
            where m.city_id = r.city_id and m.round_id = r.id and m.user_id = ${userId}))
        from inspection_round r where r.city_id = q.city_id and r.id = q.round_id) as round,
      (select jsonb_build_object('id', s.id, 'name', s.name, 'address', s.address, 'typeId', coalesce(p.site_type_id, s.type_id),
          'areaId', s.area_id, 'holderId', s.holder_id, 'supervisorId', s.supervisor_id, 'planned', p.site_id is not null,
          'duties', (select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'target', d.target, 'siteId', d.site_id, 'areaId', null,
              'siteTypeId', null, 'category', null, 'criterionId', null, 'organizationId', d.organization_id, 'role', d.role,
              'share', d.share, 'validFrom', d.valid_from, 'validTo', d.valid_to, 'targetName', s.name)), '[]')
            from duty d where d.city_id = s.city_id and d.site_id = s.id))
        from site s left join round_site p on p.city_id = s.city_id and p.site_id = s.id and p.round_id = q.round_id
        where s.city_id = q.city_id and s.id = q.site_id) as site,
      (select jsonb_build_object('id', c.id, 'versionId', v.id, 'name', c.name, 'state', v.state,
          'fits', exists (select from checklist_site_type k
            left join round_site p on p.city_id = q.city_id and p.round_id = q.round_id and p.site_id = q.site_id
            left join site s on s.city_id = q.city_id and s.id = q.site_id
            where k.city_id = c.city_id and k.checklist_id = c.id and k.site_type_id = coalesce(p.site_type_id, s.type_id)),
          'currentNumber', (select w.number from checklist_version w
            where w.city_id = c.city_id and w.checklist_id = c.id and w.state = 'published'))
        from checklist_version v join checklist c on c.city_id = v.city_id and c.id = v.checklist_id
        where v.city_id = q.city_id and v.id = q.version_id) as checklist,
      (select jsonb_build_object('contentHash', v.content_hash, 'inspectorId', v.inspector_id)
        from site_visit v where v.city_id = q.city_id and v.id = ${id}) as known,
      (select jsonb_build_object('id', v.id, 'inspectorName', u.name, 'finishedAt', v.finished_at)
        from checklist_version w
        join site_visit v on v.city_id = w.city_id and v.round_id = q.round_id and v.site_id = q.site_id
          and v.checklist_id = w.checklist_id and v.state = 'standing'
        join user_account u on u.city_id = v.city_id and u.id = v.inspector_id
        where w.city_id = q.city_id and w.id = q.version_id) as standing,
      (select jsonb_build_object('id', v.id, 'roundId', v.round_id, 'siteId', v.site_id, 'checklistId', v.checklist_id,
          'checklistVersionId', v.checklist_version_id, 'inspectorId', v.inspector_id, 'state', v.state,
          'findings', (select coalesce(jsonb_agg(jsonb_build_object('itemId', f.item_id, 'id', f.id, 'caseId', f.case_id)), '[]')
            from finding f where f.city_id = v.city_id and f.visit_id = v.id))
        from site_visit v where v.city_id = q.city_id and v.id = ${correctsId}::uuid) as corrected,
      exists (select from checklist_version w
          where w.city_id = q.city_id and w.id = q.version_id
            and (exists (select from checklist_site_type k
                join checklist_site_type l on l.city_id = k.city_id and l.site_type_id = k.site_type_id and l.checklist_id <> k.checklist_id
                where k.city_id = w.city_id and k.checklist_id = w.checklist_id)
              or exists (select from site_visit v where v.city_id = w.city_id and v.round_id = q.round_id and v.site_id = q.site_id
                and v.state = 'standing' and v.checklist_id <> w.checklist_id)))
        or exists (select from observation_batch b
          where b.city_id = q.city_id and b.collection_id = q.round_id and b.source = 'sheet') as beside,
      array(select f.id from jsonb_array_elements_text(${JSON.stringify(fileIds)}::jsonb) as g (id)
        join stored_file f on f.city_id = q.city_id and f.id = g.id::uuid
        where f.uploaded_by = ${userId} and f.media_type like 'image/%') as "pictureIds"
    from asked q`.execute(run)
  const [ground] = rows
  if (!ground) throw new Error('a statement without conditions answered no row')
  return ground
}

/** What a published version of a checklist asks: it never changes again. */
export async function readItems(reader: Reader, versionId: string): Promise<readonly ChecklistItem[] | null> {
  const row = await reader.sql
    .selectFrom('checklist_version')
    .select('items')
    .where('city_id', '=', reader.cityId)
    .where('id', '=', versionId)
    .where('state', '<>', 'draft')
    .executeTakeFirst()
  return row?.items ?? null
}
