import type { AnsweredItem, CorrectedTimes } from '@chuangcheng/domain'
import type { Tx } from '../../../platform/database/database.ts'
import { fixed } from '../../../platform/database/fixed.ts'
import type { NewFinding } from './findings.ts'
import type { GivenVisit } from './given.ts'

export type NewVisit = {
  readonly given: GivenVisit
  readonly times: CorrectedTimes
  readonly checklistId: string
  readonly areaId: string | null
  readonly inspectorId: string
  readonly answers: readonly AnsweredItem[]
  readonly contentHash: string
  readonly failedCount: number
}

/** The visit as one row with its answers as one document; what it corrects makes room for it first. */
export function sendVisit(tx: Tx, { given, times, ...visit }: NewVisit): void {
  const { id, roundId, siteId, checklistVersionId, position, correctsId, reason } = given
  if (correctsId !== null)
    tx.send(fixed`update site_visit set state = 'corrected'
      where city_id = ${tx.cityId} and id = ${correctsId} and state = 'standing'`)
  tx.send(fixed`
    insert into site_visit (city_id, id, round_id, site_id, checklist_id, checklist_version_id, area_id, inspector_id, started_at,
      finished_at, clock_offset_ms, recorded_at, longitude, latitude, accuracy, answers, content_hash, item_count, failed_count,
      corrects_id, reason)
    values (${tx.cityId}, ${id}, ${roundId}, ${siteId}, ${visit.checklistId}, ${checklistVersionId}, ${visit.areaId},
      ${visit.inspectorId}, ${times.startedAt}, ${times.finishedAt}, ${times.clockOffset}, ${tx.now}, ${position?.longitude ?? null},
      ${position?.latitude ?? null}, ${position?.accuracy ?? null}, ${JSON.stringify(visit.answers)}, ${visit.contentHash},
      ${visit.answers.length}, ${visit.failedCount}, ${correctsId}, ${reason.trim()})`)
}

/** What a visit found, in one statement. */
export function sendFindings(tx: Tx, visitId: string, findings: readonly NewFinding[]): void {
  if (findings.length === 0) return
  const rows = findings.map(({ id, judged, caseId, who }) => ({
    i: judged.item.id,
    f: id,
    c: caseId,
    b: who.ground,
    d: who.dutyName,
    r: who.responsible,
  }))
  tx.send(fixed`
    insert into finding (city_id, visit_id, item_id, id, case_id, because, duty_name, responsible)
    select ${tx.cityId}, ${visitId}, j.i, j.f, j.c, j.b, j.d, j.r
    from json_to_recordset(${JSON.stringify(rows)}::json) as j (i uuid, f uuid, c uuid, b text, d text, r jsonb)`)
}

/** Take a visit out; false when it did not stand any more. */
export async function voidStanding(tx: Tx, id: string, reason: string): Promise<boolean> {
  const { numAffectedRows } = await fixed`
    update site_visit set state = 'voided', voided_at = ${tx.now}, voided_by = ${tx.author.userId}, void_reason = ${reason}
    where city_id = ${tx.cityId} and id = ${id} and state = 'standing'`.execute(tx.sql)
  return numAffectedRows === 1n
}
