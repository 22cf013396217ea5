import type { CaseStanding, CaseStep } from '@chuangcheng/domain'
import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'

/** A case as it stands, beside the steps that are its history. */
export type CaseWithSteps = {
  readonly id: string
  readonly number: string
  readonly photoRequired: boolean
  readonly workflowVersion: number
  readonly standing: CaseStanding
  readonly steps: readonly CaseStep[]
}

type Row = Omit<CaseWithSteps, 'standing' | 'steps'> &
  CaseStanding & {
    readonly stepNumber: number | null
    readonly step: CaseStep['step']
    readonly at: string
    readonly actorId: string | null
    readonly reason: string
    readonly photoIds: readonly string[]
    readonly toOrganizationId: string | null
    readonly newDueAt: string | null
  }

const standingOf = (row: Row): CaseStanding => ({
  state: row.state,
  organizationId: row.organizationId,
  openedAt: row.openedAt,
  dueAt: row.dueAt,
  acceptedAt: row.acceptedAt,
  rectifiedAt: row.rectifiedAt,
  closedAt: row.closedAt,
  handlerIds: row.handlerIds,
  returnCount: row.returnCount,
  revision: row.revision,
})

const stepsOf = ({ stepNumber, step, at, actorId, reason, photoIds, ...row }: Row): CaseStep[] =>
  stepNumber === null
    ? []
    : [
        {
          number: stepNumber,
          step,
          at,
          actorId,
          reason,
          photoIds,
          organizationId: row.toOrganizationId,
          dueAt: row.newDueAt,
        },
      ]

function caseOf([first, ...others]: readonly [Row, ...Row[]]): CaseWithSteps {
  const { id, number, photoRequired, workflowVersion } = first
  const steps = [first, ...others].flatMap(stepsOf)
  return { id, number, photoRequired, workflowVersion, standing: standingOf(first), steps }
}

/**
 * Cases by their ids with their steps, from after one. In one statement: a step that is taken meanwhile is seen in both or in neither.
 */
export async function listCasesWithSteps(
  reader: Reader,
  afterId: string | null,
  limit: number,
): Promise<CaseWithSteps[]> {
  const after = afterId === null ? sql`` : sql`and id > ${afterId}`
  const { rows } = await sql<Row>`
    select c.id, c.number, c.photo_required as "photoRequired", c.workflow_version as "workflowVersion", c.state,
      c.organization_id as "organizationId", c.opened_at as "openedAt", c.due_at as "dueAt", c.accepted_at as "acceptedAt",
      c.rectified_at as "rectifiedAt", c.closed_at as "closedAt", c.handler_ids as "handlerIds", c.return_count as "returnCount",
      c.revision, s.number as "stepNumber", s.step, s.at, s.actor_id as "actorId", s.reason, s.photo_ids as "photoIds",
      s.organization_id as "toOrganizationId", s.due_at as "newDueAt"
    from (select * from case_file where city_id = ${reader.cityId} ${after} order by id limit ${limit}) c
    left join case_step s on s.city_id = c.city_id and s.case_id = c.id
    order by c.id, s.number`.execute(reader.sql)
  const groups = new Map<string, [Row, ...Row[]]>()
  for (const row of rows) {
    const group = groups.get(row.id)
    if (group) group.push(row)
    else groups.set(row.id, [row])
  }
  return [...groups.values()].map(caseOf)
}
