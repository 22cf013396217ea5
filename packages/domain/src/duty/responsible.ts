import { holdsOn } from '../area/area.ts'
import { DUTY_ROLES, DUTY_TARGETS, type Duty, type DutyTarget } from './duty.ts'

/** Who is responsible for this site and item on this day? (责任查询) Whatever is not asked about is null or empty. */
export type DutyQuestion = {
  readonly siteId: string | null
  readonly siteTypeId: string | null
  /** the areas the site lies in, the city first, the nearest last */
  readonly areaIds: readonly string[]
  /** the item's dimension (问题类别) */
  readonly category: string | null
  /** the criteria that the item feeds */
  readonly criterionIds: readonly string[]
  /** local date */
  readonly day: string
}

/** Who is responsible and why (责任认定). Duties keep whatever the caller carries on them. */
export type Responsible<D extends Duty = Duty> = {
  /** which sort of duty decided; `none`: nobody leads or is competent, it goes to the inbox of the unassigned */
  readonly because: DutyTarget | 'none'
  /** of the deciding level, and who supports more specifically: one duty an organization, leads first */
  readonly deciding: readonly D[]
  /** what also applies and stands behind */
  readonly behind: readonly D[]
}

/** Rooms for with and without a site type, of an area. */
const PER_AREA = 2

/**
 * How far a duty is from what is asked: the lower, the more specific; null = it does not apply. Levels are: the site; the areas from the
 * nearest up, of each its site type before the whole area; the category; the criteria.
 */
function levelOf(duty: Duty, question: DutyQuestion): number | null {
  const belowAreas = 1 + PER_AREA * question.areaIds.length
  switch (duty.target) {
    case 'site':
      return duty.siteId === question.siteId ? 0 : null
    case 'areaSiteType':
      return levelInAreas(duty, question)
    case 'category':
      return duty.category === question.category ? belowAreas : null
    case 'criterion':
      return question.criterionIds.includes(duty.criterionId ?? '') ? belowAreas + 1 : null
  }
}

function levelInAreas({ areaId, siteTypeId }: Duty, question: DutyQuestion): number | null {
  const depth = question.areaIds.lastIndexOf(areaId ?? '')
  const fits = siteTypeId === null || siteTypeId === question.siteTypeId
  if (depth < 0 || !fits) return null
  return 1 + PER_AREA * (question.areaIds.length - 1 - depth) + Number(siteTypeId === null)
}

const byRank = (a: Duty, b: Duty): number =>
  DUTY_ROLES.indexOf(a.role) - DUTY_ROLES.indexOf(b.role) ||
  (b.share ?? -1) - (a.share ?? -1) ||
  (a.organizationId < b.organizationId ? -1 : Number(a.organizationId > b.organizationId))

/** The weightiest duty of every organization, leads first. */
function onePerOrganization<D extends Duty>(duties: readonly D[]): D[] {
  const kept = new Map<string, D>()
  for (const duty of duties.toSorted(byRank))
    if (!kept.has(duty.organizationId)) kept.set(duty.organizationId, duty)
  return [...kept.values()]
}

const answers = ({ role }: Duty): boolean => role !== 'supporting'

/**
 * Decides who is responsible: the most specific level that has a lead or a competent organization. Who only supports never displaces
 * anybody; whoever supports more specifically than the level that decides stands beside it.
 */
export function decideResponsible<D extends Duty>(
  question: DutyQuestion,
  duties: readonly D[],
): Responsible<D> {
  const applying = duties.flatMap((duty) => {
    const level = holdsOn(duty, question.day) ? levelOf(duty, question) : null
    return level === null ? [] : [{ duty, level }]
  })
  const decidingLevel = Math.min(...applying.filter(({ duty }) => answers(duty)).map(({ level }) => level))
  if (decidingLevel === Number.POSITIVE_INFINITY) {
    return { because: 'none', deciding: [], behind: applying.map(({ duty }) => duty).toSorted(byTarget) }
  }
  const upTo = applying.filter(({ level }) => level <= decidingLevel)
  const deciding = onePerOrganization(upTo.map(({ duty }) => duty))
  const because = upTo.find(({ level }) => level === decidingLevel)?.duty.target ?? 'none'
  const behind = applying
    .filter(({ level }) => level > decidingLevel)
    .toSorted((a, b) => a.level - b.level || byRank(a.duty, b.duty))
  return { because, deciding, behind: behind.map(({ duty }) => duty) }
}

const byTarget = (a: Duty, b: Duty): number =>
  DUTY_TARGETS.indexOf(a.target) - DUTY_TARGETS.indexOf(b.target) || byRank(a, b)
