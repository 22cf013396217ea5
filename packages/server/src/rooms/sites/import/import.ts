import { Problem } from '@chuangcheng/domain'
import type { Tx } from '../../../platform/database/database.ts'
import { importKind } from '../../imports/index.ts'
import { putIntoSearch } from '../../search/index.ts'
import { insertSites, updateSites } from '../register/queries.ts'
import { searchEntryOf } from '../register/search-entry.ts'
import { notedSite, recordOf } from '../register/site.ts'
import { decide, type Plan } from './decide.ts'
import type { Saved } from './row.ts'
import { SITE_COLUMNS } from './site-columns.ts'

/** So many sites travel in one statement: a megabyte or two. */
const BATCH = 2_000

async function write(tx: Tx, saved: readonly Saved[]): Promise<void> {
  const added = saved.filter(({ before }) => before === null).map(({ after }) => recordOf(after))
  const changed = saved.flatMap(({ before, after }) =>
    before ? [{ ...recordOf(after), revision: before.revision }] : [],
  )
  if (added.length > 0) await insertSites(tx, added)
  if (changed.length > 0 && (await updateSites(tx, changed)) !== changed.length) {
    throw new Problem('changed-meanwhile', { what: 'site' })
  }
  await putIntoSearch(
    tx,
    'site',
    saved.map(({ after }) => searchEntryOf(after)),
  )
}

async function apply(tx: Tx, { saved }: Plan): Promise<void> {
  for (let start = 0; start < saved.length; start += BATCH) await write(tx, saved.slice(start, start + BATCH))
  for (const { before, after } of saved) {
    tx.record({
      action: before ? 'site.change' : 'site.add',
      subjectKind: 'site',
      subjectId: after.id,
      before: before && notedSite(before),
      after: notedSite(after),
    })
  }
}

/** Sites from Excel, CSV or GeoJSON (导入点位): known by their code; a known code changes a site, a new one adds one. */
export const siteImport = importKind({
  kind: 'Sites',
  subjectKind: 'site',
  columns: SITE_COLUMNS,
  needsDatum: true,
  decide,
  apply,
})
