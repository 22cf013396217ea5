import { type Actor, covers, mustCover, Problem, type SiteState, scopeOf } from '@chuangcheng/domain'
import type { Reader, Tx } from '../../../platform/database/database.ts'
import type { Remembered } from '../../../platform/database/memory.ts'
import { listEntriesOf } from '../../audit/index.ts'
import { putIntoSearch } from '../../search/index.ts'
import { findSite, lockSite, type NamedSite, nameSites, type SitePage } from './names-queries.ts'
import { placeSite } from './place-site.ts'
import { insertSites, type StoredSite, sendChange } from './queries.ts'
import { searchEntryOf } from './search-entry.ts'
import { belongingOf, type GivenPosition, isSameSite, notedSite, type Site, type SiteRecord } from './site.ts'
import { siteKey, siteMemory } from './site-memory.ts'

/** What somebody says of a site. Its area is not said: it follows from the position. */
export type SiteSaid = {
  readonly code: string
  readonly name: string
  readonly typeId: string
  readonly address: string
  readonly position: GivenPosition | null
  readonly holderId: string | null
  readonly supervisorId: string | null
  readonly state: SiteState
}

const maySee = (actor: Actor, site: SiteRecord): boolean =>
  covers(scopeOf(actor, 'site.read'), belongingOf(site))

async function pageOf(reader: Reader, stored: StoredSite): Promise<SitePage> {
  const [page] = await nameSites(reader, [stored])
  if (!page) throw new Error('as many pages as sites')
  return page
}

async function getSite(reader: Reader, actor: Actor, id: string): Promise<NamedSite> {
  const sight = siteMemory.look()
  const site = await findSite(reader, id)
  if (!site || !maySee(actor, site.stored)) throw new Problem('not-found', { what: 'site' })
  siteMemory.keep(siteKey(reader.cityId, id), site, sight)
  return site
}

/** @throws Problem not-found, also when it lies outside the actor's scope */
export const getSitePage = async (reader: Reader, actor: Actor, id: string): Promise<SitePage> =>
  (await getSite(reader, actor, id)).page

/** What was done to a site, the latest first. @throws Problem not-found · cursor.invalid */
export async function listHistory(
  reader: Reader,
  actor: Actor,
  id: string,
  paging: { after?: string; limit?: number },
) {
  await getSite(reader, actor, id)
  return listEntriesOf(reader, id, paging)
}

/** The site that a repeated request made the first time. @throws Problem duplicate when the id belongs to another one */
async function firstAnswer(tx: Tx, actor: Actor, wanted: SiteRecord): Promise<SitePage> {
  const found = await findSite(tx, wanted.id)
  if (found && maySee(actor, found.stored) && isSameSite(found.stored, wanted)) return found.page
  throw new Problem('duplicate', { what: 'id', value: wanted.id })
}

/**
 * Add a site; the area at its position, its holder or its supervisor must lie in the actor's scope. The same request again is
 * answered as the first time.
 * @throws Problem access.out-of-scope · duplicate · not-found (type or organization)
 */
export async function addSite(
  tx: Tx,
  actor: Actor,
  { position, ...said }: SiteSaid & { readonly id: string },
): Promise<SitePage> {
  const wanted = { ...said, ...(await placeSite(tx, position)) }
  mustCover(actor, 'site.edit', belongingOf(wanted))
  if ((await insertSites(tx, [wanted])) === 0) return firstAnswer(tx, actor, wanted)
  const site = await pageOf(tx, { ...wanted, createdAt: tx.now, updatedAt: tx.now, revision: 1 })
  await putIntoSearch(tx, 'site', [searchEntryOf(site)])
  tx.record({
    action: 'site.add',
    subjectKind: 'site',
    subjectId: site.id,
    before: null,
    after: notedSite(site),
  })
  return site
}

type SiteChange = { readonly [F in keyof SiteSaid]?: SiteSaid[F] | undefined }

const FOUND_BY = ['code', 'name', 'type', 'address', 'area', 'holder', 'supervisor'] as const

/** Search entries are written only when they may say something new: a change of state costs no index update. */
async function keepFindable(tx: Tx, before: Site, after: Site): Promise<void> {
  if (FOUND_BY.some((field) => after[field] !== before[field]))
    await putIntoSearch(tx, 'site', [searchEntryOf(after)])
}

/** The change laid over what is stored; a position that was not said stays, with its area. */
async function laidOver(
  tx: Tx,
  before: StoredSite,
  { position, ...change }: SiteChange,
): Promise<StoredSite> {
  const said = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
  const place = position === undefined ? {} : await placeSite(tx, position)
  return { ...before, ...said, ...place }
}

const POINTING = ['typeId', 'areaId', 'holderId', 'supervisorId'] as const

/** The page of a site after a change; names are asked for only when it points elsewhere. */
async function pageAfter(tx: Tx, before: NamedSite, changed: StoredSite): Promise<SitePage> {
  if (POINTING.some((field) => changed[field] !== before.stored[field])) return pageOf(tx, changed)
  const { typeId: _type, areaId: _area, holderId: _holder, supervisorId: _supervisor, ...own } = changed
  return { ...before.page, ...own }
}

/** The site as this process remembers it, else locked and read; in both cases it is what the person saw. */
async function getSeen(tx: Tx, actor: Actor, id: string, basedOn: number): Promise<Remembered<NamedSite>> {
  const remembered = tx.recall(siteMemory, siteKey(tx.cityId, id))
  const sight = remembered?.sight ?? siteMemory.look()
  const value = remembered?.value ?? (await lockSite(tx, id))
  if (!value || !maySee(actor, value.stored)) throw new Problem('not-found', { what: 'site' })
  if (value.stored.revision !== basedOn) throw new Problem('changed-meanwhile', { what: 'site' })
  return { value, sight }
}

/**
 * Change a site, from the revision the person saw. It must lie in the actor's scope as it is and as it will be.
 * @throws Problem not-found · changed-meanwhile · access.out-of-scope · duplicate
 */
export async function changeSite(
  tx: Tx,
  actor: Actor,
  id: string,
  { basedOn, ...change }: SiteChange & { readonly basedOn: number },
): Promise<SitePage> {
  const { value, sight } = await getSeen(tx, actor, id, basedOn)
  const { stored, page: before } = value
  mustCover(actor, 'site.edit', belongingOf(stored))
  const wanted = await laidOver(tx, stored, change)
  if (isSameSite(stored, wanted)) return before
  mustCover(actor, 'site.edit', belongingOf(wanted))
  const changed = { ...wanted, updatedAt: tx.now, revision: basedOn + 1 }
  sendChange(tx, stored, wanted)
  const after = await pageAfter(tx, value, changed)
  await keepFindable(tx, before, after)
  tx.record({
    action: 'site.change',
    subjectKind: 'site',
    subjectId: id,
    before: notedSite(before),
    after: notedSite(after),
  })
  tx.afterCommit(() => siteMemory.keep(siteKey(tx.cityId, id), { stored: changed, page: after }, sight))
  return after
}
