import { type Actor, covers, type KeptCase, scopeOf } from '@chuangcheng/domain'
import type { Reader } from '../../platform/database/database.ts'
import { listCaseFacts } from '../cases/index.ts'
import { listOrganizationNames } from './queries.ts'

/** Every case of some rounds as it is at this moment, ready to be kept. */
export async function readCases(
  reader: Reader,
  roundIds: readonly string[],
  now: string,
): Promise<KeptCase[]> {
  const facts = await listCaseFacts(reader, { roundIds, now })
  const owners = [...new Set(facts.flatMap(({ organizationId }) => organizationId ?? []))]
  const names = await listOrganizationNames(reader, owners)
  return facts.map((fact) => ({
    id: fact.id,
    number: fact.number,
    title: fact.title,
    placeName: fact.placeName,
    state: fact.state,
    organizationId: fact.organizationId,
    organizationName: names.get(fact.organizationId ?? '') ?? '',
    subdistrictId: fact.subdistrictId,
    openedAt: fact.openedAt,
    dueAt: fact.dueAt,
    rectifiedAt: fact.rectifiedAt,
    closedAt: fact.closedAt,
    overdue: fact.overdue,
  }))
}

/** Kept cases as far as somebody may see them: by the same right as the cases themselves. */
export function shownTo(actor: Actor, cases: readonly KeptCase[]): KeptCase[] {
  const scope = scopeOf(actor, 'case.read')
  return cases.filter(({ subdistrictId, organizationId }) =>
    covers(scope, { areaId: subdistrictId, organizationIds: [organizationId] }),
  )
}
