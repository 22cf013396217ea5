import { DUTY_ROLES } from '@chuangcheng/domain'
import type { Reader } from '../../../platform/database/database.ts'
import { getVersion, listCriteria } from '../../frameworks/index.ts'
import { listAllOrganizations } from '../../organizations/index.ts'
import { type DutyRow, listDutiesOfVersion } from '../register/queries.ts'

export const byRole = (a: DutyRow, b: DutyRow): number =>
  DUTY_ROLES.indexOf(a.role) - DUTY_ROLES.indexOf(b.role) || (b.share ?? 0) - (a.share ?? 0)

/** The duties of every criterion, leads first. */
export function dutiesByCriterion(duties: readonly DutyRow[]): Map<string, DutyRow[]> {
  const groups = new Map<string, DutyRow[]>()
  for (const duty of duties.toSorted(byRole)) {
    const criterionId = duty.criterionId ?? ''
    const group = groups.get(criterionId)
    if (group) group.push(duty)
    else groups.set(criterionId, [duty])
  }
  return groups
}

/** Those who have duties, whoever leads most first. */
function organizationsOf(duties: readonly DutyRow[], shortNames: ReadonlyMap<string, string | null>) {
  const leads = new Map<string, number>()
  const names = new Map<string, string>()
  for (const { organization, role } of duties) {
    names.set(organization.id, organization.name)
    leads.set(organization.id, (leads.get(organization.id) ?? 0) + (role === 'lead' ? 1 : 0))
  }
  return [...names]
    .map(([id, name]) => ({
      id,
      name,
      shortName: shortNames.get(id) ?? null,
      leadCount: leads.get(id) ?? 0,
    }))
    .sort((a, b) => b.leadCount - a.leadCount || a.name.localeCompare(b.name, 'zh'))
}

/** The matrix of a version on a day (责任矩阵). @throws Problem not-found */
export async function getDutyMatrix(reader: Reader, versionId: string, day: string) {
  await getVersion(reader, versionId)
  const [criteria, duties, organizations] = await Promise.all([
    listCriteria(reader, versionId),
    listDutiesOfVersion(reader, versionId, day),
    listAllOrganizations(reader),
  ])
  const groups = dutiesByCriterion(duties)
  const shortNames = new Map(organizations.map(({ id, shortName }) => [id, shortName]))
  return {
    organizations: organizationsOf(duties, shortNames),
    items: criteria.map(({ id }) => ({ criterionId: id, duties: groups.get(id) ?? [] })),
  }
}
