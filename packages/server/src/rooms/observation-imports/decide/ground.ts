import { ItemBook, type NamedCriterion } from '@chuangcheng/domain'
import type { Reader } from '../../../platform/database/database.ts'
import { listAllAreas } from '../../areas/index.ts'
import { listAllOrganizations } from '../../organizations/index.ts'
import { listTypeNames } from '../../sites/index.ts'
import { AreaBook } from '../names/area-book.ts'
import { OrganizationBook } from '../names/organization-book.ts'
import { type NameDecision, SaidNames } from '../names/said-names.ts'
import { SiteBook } from '../names/site-book.ts'
import type { TargetRound } from '../order.ts'
import { listRemembered, listSitesNamed } from '../queries.ts'
import type { SaidRow } from '../sheet/said-row.ts'

/** Everything that rows are looked up in. */
export type Ground = {
  readonly criteria: ReadonlyMap<string, NamedCriterion>
  readonly areas: AreaBook
  readonly organizations: OrganizationBook
  readonly sites: SiteBook
  readonly names: {
    readonly district: SaidNames
    readonly street: SaidNames
    readonly organization: SaidNames
    readonly item: SaidNames
  }
}

/** Items are looked up as they were read, by what they say. */
function itemSource(
  criteria: readonly NamedCriterion[],
  rows: readonly SaidRow[],
  codes: ReadonlyMap<string, string>,
) {
  const book = new ItemBook(criteria)
  const byId = new Map(criteria.map((one) => [one.id, one]))
  const byCode = new Map(criteria.map(({ code, id }) => [code, id]))
  const items = new Map(rows.map(({ item }) => [item.said, item]))
  const shown = (id: string) => {
    const one = byId.get(id)
    return one ? [{ id, name: `${one.code} ${one.text}` }] : []
  }
  return {
    kind: 'item' as const,
    look(said: string) {
      const made = byCode.get(codes.get(said) ?? '')
      const item = items.get(said)
      if (made !== undefined) return { id: made }
      if (!item) return { id: null, ambiguous: false, nearest: [] }
      const reading = book.read(item)
      return reading.criterionId === null
        ? { id: null, ambiguous: false, nearest: reading.nearest.flatMap(shown) }
        : { id: reading.criterionId }
    },
    has: (id: string) => byId.has(id),
    create: null,
  }
}

/**
 * Read what the rows of an import are looked up in, a few statements for all of them.
 * @param codes of a framework made from these very rows: which code each item has got
 */
export async function readGround(
  reader: Reader,
  rows: readonly SaidRow[],
  given: {
    readonly round: TargetRound
    readonly criteria: readonly NamedCriterion[]
    readonly codes: ReadonlyMap<string, string>
    readonly decisions: readonly NameDecision[]
  },
): Promise<Ground> {
  const { round, criteria, codes, decisions } = given
  const siteNames = [...new Set(rows.flatMap(({ site }) => site ?? []))]
  const [areas, organizations, types, sites, remembered] = await Promise.all([
    listAllAreas(reader),
    listAllOrganizations(reader),
    listTypeNames(reader),
    listSitesNamed(reader, siteNames),
    listRemembered(reader, round.versionId),
  ])
  const areaBook = new AreaBook(areas, round.endsOn)
  const organizationBook = new OrganizationBook(organizations, round.endsOn)
  const namesFrom = (source: ConstructorParameters<typeof SaidNames>[0]): SaidNames => {
    const before = remembered.filter(({ kind }) => kind === source.kind)
    return new SaidNames(source, decisions, new Map(before.map(({ said, targetId }) => [said, targetId])))
  }
  const district = namesFrom(areaBook.districts())
  return {
    criteria: new Map(criteria.map((one) => [one.id, one])),
    areas: areaBook,
    organizations: organizationBook,
    sites: new SiteBook(sites, types),
    names: {
      district,
      street: namesFrom(areaBook.streets((said) => district.find(said))),
      organization: namesFrom(organizationBook.source()),
      item: namesFrom(itemSource(criteria, rows, codes)),
    },
  }
}
