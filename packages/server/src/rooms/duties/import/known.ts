import { comparable, type Flaw, flaw, SheetNames } from '@chuangcheng/domain'
import type { Reader } from '../../../platform/database/database.ts'
import { listFrameworks } from '../../frameworks/index.ts'
import { listAllOrganizations } from '../../organizations/index.ts'
import {
  type CodedCriterion,
  listAreaNames,
  listCodedCriteria,
  listSiteIds,
  listSiteTypeNames,
} from './queries.ts'

/** A criterion, or what is wrong with the column that should name it. */
type FoundCriterion =
  | { readonly id: string }
  | { readonly flaw: Flaw; readonly field: 'framework' | 'criterionCode' }

/** What the rows of a file may name. */
export type Known = {
  readonly organizations: SheetNames
  readonly lastDays: ReadonlyMap<string, string | null>
  readonly areas: SheetNames
  readonly siteTypes: SheetNames
  readonly sites: ReadonlyMap<string, string>
  /** the criterion with a code, in a version where one is named */
  criterion(code: string, framework: string | null): FoundCriterion
}

/** A version is named by its framework and label, together or either. */
const versionRecords = (frameworks: Awaited<ReturnType<typeof listFrameworks>>) =>
  frameworks.flatMap(({ name, versions }) =>
    versions
      .filter(({ state }) => state !== 'withdrawn')
      .map(({ id, label }, index) => ({
        id,
        name: `${name} ${label}`,
        otherNames: [label, `${name}${label}`, `${name}（${label}）`, ...(index === 0 ? [name] : [])],
      })),
  )

/** Criteria by what their codes look like: Ⅱ-1 is written II-1, and full-width, in real tables. */
async function criterionBook(reader: Reader): Promise<Known['criterion']> {
  const [frameworks, criteria] = await Promise.all([listFrameworks(reader), listCodedCriteria(reader)])
  const versions = new SheetNames(versionRecords(frameworks))
  const byCode = new Map<string, CodedCriterion[]>()
  for (const criterion of criteria) {
    const key = comparable(criterion.code)
    byCode.set(key, [...(byCode.get(key) ?? []), criterion])
  }
  return (code, framework) => {
    const version = framework === null ? null : versions.find(framework)
    if (version && 'flaw' in version) return { flaw: version.flaw, field: 'framework' }
    const found = (byCode.get(comparable(code)) ?? []).filter(
      ({ versionId }) => !version || versionId === version.id,
    )
    const [first, ...others] = found
    const field = 'criterionCode'
    if (!first) return { flaw: flaw('name-unknown', { value: code }), field }
    if (others.length > 0)
      return { flaw: flaw('name-ambiguous', { value: code, count: found.length }), field }
    return { id: first.id }
  }
}

const record = ({ id, code, name }: { id: string; code: string; name: string }) => ({
  id,
  name,
  otherNames: [code],
})

/** Everything the rows name, read once. */
export async function readKnown(reader: Reader, siteCodes: readonly string[], today: string): Promise<Known> {
  const [organizations, areas, siteTypes, sites, criterion] = await Promise.all([
    listAllOrganizations(reader),
    listAreaNames(reader, today),
    listSiteTypeNames(reader),
    listSiteIds(reader, [...new Set(siteCodes)]),
    criterionBook(reader),
  ])
  return {
    organizations: new SheetNames(
      organizations.map(({ id, name, code, shortName }) => ({
        id,
        name,
        otherNames: shortName === null ? [code] : [code, shortName],
      })),
    ),
    lastDays: new Map(organizations.map(({ id, validTo }) => [id, validTo])),
    areas: new SheetNames(areas.map(record)),
    siteTypes: new SheetNames(siteTypes.map(record)),
    sites,
    criterion,
  }
}
