import { type Actor, type AreaLevel, may, type Scope, scopeOf } from '@chuangcheng/domain'
import type { Reader } from '../../platform/database/database.ts'
import { daysAfter, localDay } from '../../platform/local-day.ts'
import { readLatestScore } from '../assessments/index.ts'
import { listRecentChanges } from '../audit/index.ts'
import { countCases, viewerOf } from '../cases/index.ts'
import { countSitesToVisit } from '../inspections/index.ts'
import { countUnanswered } from '../self-checks/index.ts'
import { countGaps, overviewOfSites } from '../sites/index.ts'
import { countSeen, countWaiting, findHighestLevel } from './queries.ts'

const SHOWN_TYPES = 12
const SHOWN_AREAS = 30
const SHOWN_ENTRIES = 10
const SOON_DAYS = 30

/** One level below the widest area that somebody answers for: the city by districts, a district by streets, a street by communities. */
const SHOWN_BELOW: Readonly<Record<AreaLevel, AreaLevel>> = {
  city: 'district',
  district: 'subdistrict',
  subdistrict: 'community',
  community: 'community',
  gridCell: 'gridCell',
}

async function shownLevel(reader: Reader, scope: Scope): Promise<AreaLevel> {
  if (scope.everything) return SHOWN_BELOW.city
  // The sites of an organization without areas may lie anywhere: by streets, as in a district.
  const highest = await findHighestLevel(reader, [...scope.areaIds])
  return SHOWN_BELOW[highest ?? 'district']
}

/** Cases come first: somebody outside is waiting for them. */
async function casesWaitingFor(reader: Reader, actor: Actor, now: string) {
  const { handle, verify, dispatch, firstDueAt } = await countCases(reader, viewerOf(actor, now))
  return [
    {
      kind: 'casesToHandle' as const,
      count: handle,
      ...(firstDueAt === null ? {} : { day: localDay(new Date(firstDueAt)) }),
    },
    { kind: 'casesToVerify' as const, count: verify },
    { kind: 'casesToDispatch' as const, count: dispatch },
  ]
}

async function waitingFor(reader: Reader, actor: Actor, today: string, now: string) {
  const [cases, sites, gaps, unanswered, others] = await Promise.all([
    casesWaitingFor(reader, actor, now),
    countSitesToVisit(reader, actor, today),
    countGaps(reader, scopeOf(actor, 'site.edit')),
    countUnanswered(reader, scopeOf(actor, 'selfCheck.answer'), today),
    countWaiting(
      reader,
      {
        area: scopeOf(actor, 'area.edit'),
        user: scopeOf(actor, 'user.edit'),
        grant: scopeOf(actor, 'user.grant'),
      },
      { from: today, until: daysAfter(today, SOON_DAYS) },
    ),
  ])
  const counted = [
    ...cases,
    {
      kind: 'sitesToVisit' as const,
      count: sites.count,
      ...(sites.endsOn === null ? {} : { day: sites.endsOn }),
    },
    { kind: 'sitesWithoutArea' as const, count: gaps.area },
    { kind: 'sitesWithoutPosition' as const, count: gaps.position },
    { kind: 'sitesWithoutHolder' as const, count: gaps.holder },
    { kind: 'sitesWithoutSupervisor' as const, count: gaps.supervisor },
    { kind: 'areasWithoutBoundary' as const, count: others.areasWithoutBoundary },
    { kind: 'usersWithoutPassword' as const, count: others.usersWithoutPassword },
    { kind: 'grantsEndingSoon' as const, count: others.grantsEndingSoon },
    {
      kind: 'selfCheckTasks' as const,
      count: unanswered.count,
      ...(unanswered.dueOn === null ? {} : { day: unanswered.dueOn }),
    },
  ]
  return counted.filter(({ count }) => count > 0)
}

const overviewFor = async (reader: Reader, scope: Scope) =>
  overviewOfSites(reader, scope, await shownLevel(reader, scope))

/** The workbench of somebody (工作台) at an instant. */
export async function getWorkbench(reader: Reader, actor: Actor, at: Date) {
  const today = localDay(at)
  const site = scopeOf(actor, 'site.read')
  const seen = {
    area: scopeOf(actor, 'area.read'),
    organization: scopeOf(actor, 'organization.read'),
    user: scopeOf(actor, 'user.read'),
  }
  const [overview, counts, waiting, recent, score] = await Promise.all([
    overviewFor(reader, site),
    countSeen(reader, seen, today),
    waitingFor(reader, actor, today, at.toISOString()),
    listRecentChanges(reader, may(actor, 'audit.read') ? null : actor.userId, SHOWN_ENTRIES),
    readLatestScore(reader, actor),
  ])
  return {
    counts: { ...counts, sites: overview.total, siteTypes: may(actor, 'site.read') ? counts.siteTypes : 0 },
    waiting,
    sitesByType: overview.byType.slice(0, SHOWN_TYPES),
    sitesByArea: overview.byArea.slice(0, SHOWN_AREAS),
    recent,
    score,
  }
}
