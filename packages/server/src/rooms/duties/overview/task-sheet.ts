import { type DutyRole, type DutyTarget, Problem, sumPoints } from '@chuangcheng/domain'
import { explainRule, type Locale } from '@chuangcheng/messages'
import type { Reader } from '../../../platform/database/database.ts'
import { type Criterion, getVersionPage, listCriteria } from '../../frameworks/index.ts'
import { listAllOrganizations } from '../../organizations/index.ts'
import { type DutyRow, listDutiesOfVersion, listOnSiteDuties } from '../register/queries.ts'
import { countSitesReached } from './flaw-queries.ts'
import { dutiesByCriterion } from './matrix.ts'

function taskOf(criterion: Criterion, own: DutyRow, duties: readonly DutyRow[], locale: Locale) {
  const { id, code, text, above, points, methods, rule } = criterion
  return {
    criterionId: id,
    code,
    text,
    path: above.map((node) => node.text),
    points,
    methods: [...methods],
    ruleText: rule === null ? '' : explainRule(locale, rule),
    role: own.role,
    share: own.share,
    others: duties
      .filter(({ id: dutyId }) => dutyId !== own.id)
      .map(({ organization, role }) => ({ organization, role })),
  }
}

type OnSite = { target: DutyTarget; targetName: string; role: DutyRole; siteCount: number }

/** What somebody answers for on site. Single sites are said in one line a role: a street may have hundreds. */
async function onSite(reader: Reader, organizationId: string, day: string): Promise<OnSite[]> {
  const duties = await listOnSiteDuties(reader, organizationId, day)
  const counts = await countSitesReached(
    reader,
    duties.map(({ id }) => id),
  )
  const lines = new Map<string, OnSite>()
  for (const { id, target, targetName, role } of duties) {
    const key = target === 'site' ? `site ${role}` : id
    const line = lines.get(key)
    const siteCount = (line?.siteCount ?? 0) + (counts.get(id) ?? 0)
    const shownName = line && target === 'site' ? '' : targetName
    lines.set(key, { target, targetName: shownName, role, siteCount })
  }
  return [...lines.values()]
}

async function organizationNamed(reader: Reader, id: string) {
  const found = (await listAllOrganizations(reader)).find((organization) => organization.id === id)
  if (!found) throw new Problem('not-found', { what: 'organization' })
  return { id: found.id, name: found.name }
}

/**
 * What an organization has to do under a version on a day (任务清单): its criteria in the order of the tree, and what it answers for on
 * site. Points count as its own where it leads.
 * @throws Problem not-found
 */
export async function getTaskSheet(
  reader: Reader,
  organizationId: string,
  { versionId, day, locale }: { readonly versionId: string; readonly day: string; readonly locale: Locale },
) {
  const organization = await organizationNamed(reader, organizationId)
  const version = await getVersionPage(reader, versionId)
  const [criteria, duties, sites] = await Promise.all([
    listCriteria(reader, versionId),
    listDutiesOfVersion(reader, versionId, day),
    onSite(reader, organizationId, day),
  ])
  const groups = dutiesByCriterion(duties)
  const tasks = criteria.flatMap((criterion) => {
    const group = groups.get(criterion.id) ?? []
    const own = group.find((duty) => duty.organizationId === organizationId)
    return own ? [taskOf(criterion, own, group, locale)] : []
  })
  return {
    organization,
    version: { id: version.id, label: version.label, frameworkName: version.frameworkName },
    day,
    leadPoints: sumPoints(tasks.filter(({ role }) => role === 'lead').map(({ points }) => points ?? 0)),
    tasks,
    sites,
  }
}
