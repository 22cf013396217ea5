import { type Actor, mustCover } from '@chuangcheng/domain'
import type { Tx } from '../../platform/database/database.ts'
import { forgetActors } from '../../platform/http/actor-memory.ts'
import { putIntoSearch } from '../search/index.ts'
import { listAllOrganizations, saveOrganizations } from './queries.ts'
import { searchEntryOf } from './search-entry.ts'

/** From when an organization is taken to exist of which only the name is known. */
const SINCE_EVER = '2000-01-01'
const CODE = /^DR(?<number>\d+)$/u

/**
 * Add organizations of which only the name is known (按名称补录单位): at the top of the tree, of the kind `other`, each with a code of its
 * own; somebody puts them where they belong later.
 * @param actor null: the system itself, at the command line
 * @throws Problem access.out-of-scope
 */
export async function addNamedOrganizations(
  tx: Tx,
  actor: Actor | null,
  named: readonly { readonly id: string; readonly name: string }[],
): Promise<void> {
  if (named.length === 0) return
  if (actor) mustCover(actor, 'organization.edit', { areaId: null, organizationIds: [null] })
  const numbers = (await listAllOrganizations(tx)).map(({ code }) =>
    Number(CODE.exec(code)?.groups?.number ?? 0),
  )
  const last = Math.max(0, ...numbers)
  const organizations = named.map(({ id, name }, at) => ({
    id,
    code: `DR${String(last + at + 1).padStart(4, '0')}`,
    name,
    shortName: null,
    kind: 'other' as const,
    parentId: null,
    areaId: null,
    validFrom: SINCE_EVER,
    validTo: null,
    path: [id],
  }))
  await saveOrganizations(tx, organizations)
  await putIntoSearch(tx, 'organization', organizations.map(searchEntryOf))
  for (const { path: _, ...after } of organizations)
    tx.record({
      action: 'organization.add',
      subjectKind: 'organization',
      subjectId: after.id,
      before: null,
      after,
    })
  tx.afterCommit(forgetActors)
}
