import { type Duty, decideResponsible, Problem, type Responsible } from '@chuangcheng/domain'
import type { Reader } from '../../../platform/database/database.ts'
import { type AskedItem, type Place, readGround } from './queries.ts'

/** Who is responsible for this on this day? Whatever is not asked about is null. */
export type ResponsibilityQuestion = {
  readonly siteId: string | null
  readonly itemId: string | null
  /** beside or instead of the item's own */
  readonly criterionId: string | null
  readonly category: string | null
  /** whose criteria count; null = those of every published version */
  readonly versionId: string | null
  /** local date */
  readonly day: string
}

export type FoundResponsible = Responsible & { readonly site: Place | null }

type More = { readonly category: string | null; readonly criterionId: string | null; readonly day: string }

function decideFor(
  site: Place | null,
  item: AskedItem | null,
  duties: readonly Duty[],
  { category, criterionId, day }: More,
): FoundResponsible {
  const question = {
    siteId: site?.id ?? null,
    siteTypeId: site?.typeId ?? null,
    areaIds: site?.areaIds ?? [],
    category: category ?? item?.dimension ?? null,
    criterionIds: [...(item?.criterionIds ?? []), ...(criterionId === null ? [] : [criterionId])],
    day,
  }
  return { ...decideResponsible(question, duties), site }
}

/**
 * Who is responsible for this site and item on this day, and why (责任查询): one statement and one decision.
 * @throws Problem not-found · duty.nothing-asked
 */
export async function findResponsibleFor(
  reader: Reader,
  question: ResponsibilityQuestion,
): Promise<FoundResponsible> {
  const { siteId, itemId, criterionId, category } = question
  if ([siteId, itemId, criterionId, category].every((asked) => asked === null))
    throw new Problem('duty.nothing-asked')
  const itemIds = itemId === null ? [] : [itemId]
  const { place, items, duties } = await readGround(reader, { ...question, itemIds })
  if (siteId !== null && place === null) throw new Problem('not-found', { what: 'site' })
  const item = items[0] ?? null
  if (itemId !== null && item === null) throw new Problem('not-found', { what: 'checklistItem' })
  return decideFor(place, item, duties, question)
}

/**
 * The same for every item of one visit, read at once. Items that the city does not know are left out of the answer.
 * @throws Problem not-found when the city does not know the site
 */
export async function findResponsibleForItems(
  reader: Reader,
  visit: {
    readonly siteId: string
    readonly itemIds: readonly string[]
    readonly versionId: string | null
    readonly day: string
  },
): Promise<Map<string, FoundResponsible>> {
  const nothingMore = { category: null, criterionId: null, day: visit.day }
  const { place, items, duties } = await readGround(reader, { ...visit, ...nothingMore })
  if (place === null) throw new Problem('not-found', { what: 'site' })
  return new Map(items.map((item) => [item.id, decideFor(place, item, duties, nothingMore)]))
}
