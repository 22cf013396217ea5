import type { Answerable, CaseStanding, CaseStep, HandoverGround } from '@chuangcheng/domain'
import type { Tx } from '../../../platform/database/database.ts'
import { fixed } from '../../../platform/database/fixed.ts'

/** What of a case never changes. */
export type CaseFacts = {
  readonly id: string
  readonly number: string
  readonly workflowVersion: number
  readonly source: { readonly kind: 'finding'; readonly id: string }
  readonly roundId: string | null
  readonly siteId: string | null
  readonly placeName: string
  readonly areaId: string | null
  /** of the area, when it was handed over */
  readonly districtId: string | null
  readonly subdistrictId: string | null
  readonly title: string
  readonly description: string
  /** the item's dimension (问题类别) */
  readonly category: string
  readonly criterionId: string | null
  readonly itemId: string | null
  readonly ground: HandoverGround
  /** who was responsible then, the weightiest first; the first lead (or competent) gets the case, nobody: the inbox */
  readonly responsible: readonly Answerable[]
  /** putting it right is shown by a photo */
  readonly photoRequired: boolean
}

/** A case as it is written for the first time, with the steps it begins with. */
export type OpenedCase = CaseFacts & {
  readonly standing: CaseStanding
  readonly steps: readonly WrittenStep[]
}

export type WrittenStep = CaseStep & { readonly id: string }

const rowOf = ({ standing, ...facts }: OpenedCase) => ({
  id: facts.id,
  number: facts.number,
  workflow_version: facts.workflowVersion,
  source_kind: facts.source.kind,
  source_id: facts.source.id,
  round_id: facts.roundId,
  site_id: facts.siteId,
  place_name: facts.placeName,
  area_id: facts.areaId,
  district_id: facts.districtId,
  subdistrict_id: facts.subdistrictId,
  title: facts.title,
  description: facts.description,
  category: facts.category,
  criterion_id: facts.criterionId,
  item_id: facts.itemId,
  ground: facts.ground,
  responsible: facts.responsible,
  organization_ids: facts.responsible.map(({ organizationId }) => organizationId),
  photo_required: facts.photoRequired,
  state: standing.state,
  organization_id: standing.organizationId,
  opened_at: standing.openedAt,
  due_at: standing.dueAt,
  accepted_at: standing.acceptedAt,
  rectified_at: standing.rectifiedAt,
  handler_ids: standing.handlerIds,
  revision: standing.revision,
})

/** New cases with their first steps: two statements, however many there are. They go out with whatever comes next. */
export function sendOpenedCases(tx: Tx, cases: readonly OpenedCase[]): void {
  tx.send(fixed`
    insert into case_file (city_id, id, number, workflow_version, source_kind, source_id, round_id, site_id, place_name, area_id,
      district_id, subdistrict_id, title, description, category, criterion_id, item_id, ground, responsible, organization_ids,
      photo_required, state, organization_id, opened_at, due_at, accepted_at, rectified_at, handler_ids, revision)
    select ${tx.cityId}, r.* from jsonb_to_recordset(${JSON.stringify(cases.map(rowOf))}::jsonb) as r (id uuid, number text,
      workflow_version integer, source_kind text, source_id uuid, round_id uuid, site_id uuid, place_name text, area_id uuid,
      district_id uuid, subdistrict_id uuid, title text, description text, category text, criterion_id uuid, item_id uuid,
      ground text, responsible jsonb, organization_ids uuid[], photo_required boolean, state text, organization_id uuid,
      opened_at timestamptz, due_at timestamptz, accepted_at timestamptz, rectified_at timestamptz, handler_ids uuid[],
      revision integer)`)
  sendSteps(
    tx,
    cases.flatMap(({ id, steps }) => steps.map((step) => ({ caseId: id, step }))),
  )
}

/** Add steps to the histories of cases. */
export function sendSteps(
  tx: Tx,
  steps: readonly { readonly caseId: string; readonly step: WrittenStep }[],
): void {
  const rows = steps.map(({ caseId, step }) => ({
    case_id: caseId,
    number: step.number,
    id: step.id,
    step: step.step,
    at: step.at,
    actor_id: step.actorId,
    organization_id: step.organizationId,
    due_at: step.dueAt,
    reason: step.reason,
    photo_ids: step.photoIds,
  }))
  tx.send(fixed`
    insert into case_step (city_id, recorded_at, case_id, number, id, step, at, actor_id, organization_id, due_at, reason, photo_ids)
    select ${tx.cityId}, ${tx.now}, r.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (case_id uuid, number integer,
      id uuid, step text, at timestamptz, actor_id uuid, organization_id uuid, due_at timestamptz, reason text, photo_ids uuid[])`)
}
