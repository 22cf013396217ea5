import type { Finding } from '@chuangcheng/domain'
import { v7 as uuidv7 } from 'uuid'
import type { Reader, Tx } from '../../../platform/database/database.ts'
import { forgetActors } from '../../../platform/http/actor-memory.ts'
import { listAreaCodes } from '../../areas/index.ts'
import { type Decision, importKind } from '../../imports/index.ts'
import { listAllOrganizations } from '../../organizations/index.ts'
import { putIntoSearch } from '../../search/index.ts'
import { grantNote } from '../grants/actions.ts'
import { type GrantRecord, listAllGrants, listRoles, saveGrants } from '../grants/queries.ts'
import { listAllUsers, saveUsers, type User } from '../users/queries.ts'
import { noteOf, searchEntryOf } from '../users/user-record.ts'
import { type Planned, scopeFindings } from './import-scope.ts'
import { codeNames, roleNames } from './known-names.ts'
import { USER_COLUMNS } from './user-columns.ts'
import {
  type Context,
  gatherUsers,
  grantKey,
  type Row,
  readUserRow,
  type SaidRow,
  type SaidUser,
} from './user-rows.ts'

/** Only users whose own record changes are in `users`; only new grants and those with another last day are in `grants`. */
type Plan = {
  readonly users: readonly { readonly before: User | null; readonly after: User }[]
  readonly grants: readonly { readonly before: GrantRecord | null; readonly after: GrantRecord }[]
}

const isSame = (before: User, after: User): boolean =>
  before.name === after.name && before.phone === after.phone && before.organizationId === after.organizationId

/** A user as the file has them; what it leaves empty stays as it stands. */
function afterOf(said: SaidUser, before: User | null): User {
  return {
    id: before?.id ?? uuidv7(),
    userName: said.userName,
    name: said.name,
    phone: said.phone ?? before?.phone ?? null,
    organizationId: said.organizationId ?? before?.organizationId ?? null,
    state: before?.state ?? 'active',
  }
}

/** Grants that the file adds or gives another last day; those it does not name stay as they stand. */
const grantsOf = (said: SaidUser, userId: string, held: readonly GrantRecord[]): Planned['grants'] =>
  said.grants
    .map(({ line, ...grant }) => {
      const before = held.find((one) => grantKey(one) === grantKey(grant)) ?? null
      return { line, before, after: { ...grant, userId, id: before?.id ?? uuidv7() } }
    })
    .filter(({ before, after }) => before === null || before.validUntil !== after.validUntil)

function byUser(grants: readonly GrantRecord[]): Map<string, GrantRecord[]> {
  const groups = new Map<string, GrantRecord[]>()
  for (const grant of grants) {
    const group = groups.get(grant.userId)
    if (group) group.push(grant)
    else groups.set(grant.userId, [grant])
  }
  return groups
}

async function readRows(reader: Reader, rows: readonly Row[], context: Context) {
  const roles = await listRoles(reader)
  const names = {
    organizations: codeNames(await listAllOrganizations(reader)),
    areas: codeNames(await listAreaCodes(reader)),
    roles: roleNames(roles),
  }
  const findings: Finding[] = []
  const read: SaidRow[] = []
  for (const row of rows) {
    const said = readUserRow(row, names, context)
    if ('userName' in said) read.push(said)
    else findings.push(...said)
  }
  const gathered = gatherUsers(read, context)
  return { roles, users: gathered.users, findings: [...findings, ...gathered.findings] }
}

async function decide(reader: Reader, rows: readonly Row[], context: Context): Promise<Decision<Plan>> {
  const { roles, users, findings } = await readRows(reader, rows, context)
  const stored = new Map((await listAllUsers(reader)).map((user) => [user.userName, user]))
  const held = byUser(await listAllGrants(reader))
  const planned = users.map((said): Planned => {
    const before = stored.get(said.userName) ?? null
    const after = afterOf(said, before)
    return { line: said.line, before, after, grants: grantsOf(said, after.id, held.get(after.id) ?? []) }
  })
  if (context.actor !== null)
    findings.push(...(await scopeFindings(reader, context.actor, planned, roles, context)))
  const saved = planned.filter(({ before, after }) => before === null || !isSame(before, after))
  const createdCount = planned.filter(({ before }) => before === null).length
  const savedOnes = new Set(saved)
  const touchedCount = planned.filter((one) => savedOnes.has(one) || one.grants.length > 0).length
  return {
    plan: {
      users: saved.map(({ before, after }) => ({ before, after })),
      grants: planned.flatMap(({ grants }) => grants.map(({ before, after }) => ({ before, after }))),
    },
    findings,
    createdCount,
    changedCount: touchedCount - createdCount,
    unchangedCount: planned.length - touchedCount,
  }
}

async function apply(tx: Tx, { users, grants }: Plan): Promise<void> {
  const saved = users.map(({ after }) => after)
  await saveUsers(tx, saved)
  await saveGrants(
    tx,
    grants.map(({ after }) => after),
  )
  tx.record(
    ...users.map(({ before, after }) => noteOf(before, after)),
    ...grants.map(({ before, after }) => grantNote(before, after)),
  )
  await putIntoSearch(tx, 'user', saved.map(searchEntryOf))
  tx.afterCommit(forgetActors)
}

/** Users with their grants from Excel or CSV (导入用户): known by their user name; a known one changes, a new one adds. */
export const userImport = importKind({
  kind: 'Users',
  subjectKind: 'user',
  columns: USER_COLUMNS,
  needsDatum: false,
  decide,
  apply,
})
