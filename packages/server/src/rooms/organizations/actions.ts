import { type Actor, covers, mustCover, Problem, scopeOf } from '@chuangcheng/domain'
import type { Reader, Tx } from '../../platform/database/database.ts'
import { forgetActors } from '../../platform/http/actor-memory.ts'
import { putIntoSearch } from '../search/index.ts'
import {
  aroundOrganization,
  findOrganization,
  lockOrganization,
  movePathsBelow,
  type Organization,
  saveOrganizations,
} from './queries.ts'
import { searchEntryOf } from './search-entry.ts'

const belonging = (organization: Pick<Organization, 'id' | 'areaId'>) => ({
  areaId: organization.areaId,
  organizationIds: [organization.id],
})

const missing = () => new Problem('not-found', { what: 'organization' })

async function pageOf(reader: Reader, id: string) {
  const organization = await findOrganization(reader, id)
  if (!organization) throw missing()
  return { ...organization, ...(await aroundOrganization(reader, id)) }
}

/** @throws Problem not-found, also when it lies outside the actor's scope */
export async function getOrganizationPage(reader: Reader, actor: Actor, id: string) {
  const page = await pageOf(reader, id)
  if (!covers(scopeOf(actor, 'organization.read'), belonging(page))) throw missing()
  return page
}

/** The path of an organization under a parent. @throws Problem not-found · organization.cycle */
async function pathUnder(tx: Tx, organization: Organization): Promise<string[]> {
  if (organization.parentId === null) return [organization.id]
  const parent = await lockOrganization(tx, organization.parentId)
  if (!parent) throw new Problem('not-found', { what: 'organization' })
  if (parent.path.includes(organization.id))
    throw new Problem('organization.cycle', { code: organization.code })
  return [...parent.path, organization.id]
}

function mustBeForward({ validFrom, validTo }: Organization): void {
  if (validTo !== null && validTo < validFrom) {
    throw new Problem('validity.reversed', { from: validFrom, to: validTo })
  }
}

async function save(tx: Tx, organization: Organization): Promise<readonly string[]> {
  mustBeForward(organization)
  const path = await pathUnder(tx, organization)
  await saveOrganizations(tx, [{ ...organization, path }])
  await putIntoSearch(tx, 'organization', [searchEntryOf(organization)])
  tx.afterCommit(forgetActors)
  return path
}

/**
 * Add an organization; its parent must lie in the actor's scope.
 * @throws Problem access.out-of-scope · duplicate · not-found · validity.reversed
 */
export async function addOrganization(tx: Tx, actor: Actor, organization: Organization) {
  mustCover(actor, 'organization.edit', {
    areaId: organization.areaId,
    organizationIds: [organization.parentId],
  })
  if (await findOrganization(tx, organization.id))
    throw new Problem('duplicate', { what: 'id', value: organization.id })
  await save(tx, organization)
  tx.record({
    action: 'organization.add',
    subjectKind: 'organization',
    subjectId: organization.id,
    before: null,
    after: organization,
  })
  // Not through the actor's scope: it was laid out before this organization came under theirs.
  return pageOf(tx, organization.id)
}

type OrganizationChange = Partial<{ [F in Exclude<keyof Organization, 'id'>]: Organization[F] | undefined }>

const withoutGaps = <T extends object>(change: T) =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))

/**
 * Change an organization. Moving it under another parent moves everything below it.
 * @throws Problem not-found · changed-meanwhile · access.out-of-scope · organization.cycle · validity.reversed · duplicate
 */
export async function changeOrganization(
  tx: Tx,
  actor: Actor,
  id: string,
  { basedOn, ...change }: OrganizationChange & { basedOn: number },
) {
  const stored = await lockOrganization(tx, id)
  if (!stored || !covers(scopeOf(actor, 'organization.read'), belonging(stored))) {
    throw new Problem('not-found', { what: 'organization' })
  }
  if (stored.revision !== basedOn) throw new Problem('changed-meanwhile', { what: 'organization' })
  const { path: oldPath, revision: _, ...before } = stored
  const after: Organization = { ...before, ...withoutGaps(change) }
  mustCover(actor, 'organization.edit', belonging(before))
  mustCover(actor, 'organization.edit', belonging(after))
  const path = await save(tx, after)
  if (path.join() !== oldPath.join()) await movePathsBelow(tx, id, path)
  tx.record({ action: 'organization.change', subjectKind: 'organization', subjectId: id, before, after })
  return getOrganizationPage(tx, actor, id)
}
