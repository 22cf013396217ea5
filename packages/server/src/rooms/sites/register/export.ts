import type { Readable } from 'node:stream'
import type { Cell, Scope } from '@chuangcheng/domain'
import type { Locale } from '@chuangcheng/messages'
import type { Reader } from '../../../platform/database/database.ts'
import { findText } from '../../../platform/http/problem-text.ts'
import { writeWorkbook } from '../../../platform/tabular/index.ts'
import { listAllOrganizations } from '../../organizations/index.ts'
import { nameBook } from '../import/name-book.ts'
import { SITE_COLUMNS } from '../import/site-columns.ts'
import type { SiteFilter } from './filter-queries.ts'
import { listSites, type SiteRow } from './list-queries.ts'
import type { Reference } from './site.ts'

const PAGE_LENGTH = 2_000

type Write = { readonly locale: Locale; readonly organizationName: (organization: Reference | null) => Cell }

const cellsOf = (site: SiteRow, { locale, organizationName }: Write): Cell[] => [
  site.code,
  site.name,
  site.type.name,
  site.address,
  site.position?.longitude ?? null,
  site.position?.latitude ?? null,
  organizationName(site.holder),
  organizationName(site.supervisor),
  findText(locale, `siteState.${site.state}`) ?? site.state,
]

/** An organization as the import will know it again: by its name, or by its code where several have that name. */
async function organizationNames(reader: Reader): Promise<Write['organizationName']> {
  const organizations = await listAllOrganizations(reader)
  const find = nameBook(organizations)
  const codes = new Map(organizations.map(({ id, code }) => [id, code]))
  return (organization) => {
    if (organization === null) return null
    const known = find(organization.name)
    return 'found' in known && known.found.id === organization.id
      ? organization.name
      : (codes.get(organization.id) ?? null)
  }
}

async function* rowsOf(
  reader: Reader,
  scope: Scope,
  filter: SiteFilter,
  write: Write,
): AsyncGenerator<Cell[]> {
  let after: string | undefined
  do {
    const page = await listSites(reader, scope, { ...filter, after, limit: PAGE_LENGTH })
    for (const site of page.items) yield cellsOf(site, write)
    after = page.next ?? undefined
  } while (after !== undefined)
}

/** The found sites as a workbook that can be imported again: the import's headers, positions in WGS84. Read page by page. */
export async function siteWorkbook(
  reader: Reader,
  scope: Scope,
  filter: SiteFilter,
  locale: Locale,
): Promise<Readable> {
  const write = { locale, organizationName: await organizationNames(reader) }
  return writeWorkbook([
    {
      name: findText(locale, 'term.site') ?? 'sites',
      headers: SITE_COLUMNS.map((column) => (locale === 'en' ? column.en : column.zh)),
      rows: rowsOf(reader, scope, filter, write),
    },
  ])
}
