import { type Finding, flaw } from '@chuangcheng/domain'
import type { ImportContext, ImportRow } from '../../imports/index.ts'
import type { GrantRecord } from '../grants/queries.ts'
import type { KnownNames } from './known-names.ts'
import type { USER_COLUMNS } from './user-columns.ts'

export type Row = ImportRow<typeof USER_COLUMNS>
export type Context = ImportContext<(typeof USER_COLUMNS)[number]['field']>

export type Names = {
  readonly organizations: KnownNames
  readonly areas: KnownNames
  readonly roles: KnownNames
}

/** What one row says, its names looked up. */
export type SaidRow = {
  readonly line: number
  readonly userName: string
  readonly name: string
  readonly phone: string | null
  readonly organizationId: string | null
  readonly grant: Pick<GrantRecord, 'role' | 'organizationId' | 'areaId' | 'validUntil'> | null
}

/** What a file says of one user: the person, and every grant it lists. */
export type SaidUser = Omit<SaidRow, 'grant'> & {
  readonly grants: readonly (NonNullable<SaidRow['grant']> & { readonly line: number })[]
}

const USER_NAME = /^[a-z0-9][a-z0-9._-]{1,63}$/
const PHONE = /^[0-9+ -]{5,20}$/

function unknownNames({ line, values }: Row, names: Names, context: Context): Finding[] {
  const looked = [
    ['organizationCode', names.organizations],
    ['overOrganization', names.organizations],
    ['overArea', names.areas],
    ['role', names.roles],
  ] as const
  return looked.flatMap(([field, known]) => {
    const said = values[field]
    return said !== null && known.find(said) === undefined
      ? [context.error(line, field, known.unknown(said))]
      : []
  })
}

function wrongForms({ line, values }: Row, context: Context): Finding[] {
  const { userName, phone, role, overOrganization, overArea, validUntil } = values
  const findings: Finding[] = []
  if (userName !== null && !USER_NAME.test(userName.toLowerCase())) {
    findings.push(context.error(line, 'userName', flaw('user-name-invalid', { value: userName })))
  }
  if (phone !== null && !PHONE.test(phone)) {
    findings.push(context.error(line, 'phone', flaw('phone-invalid', { value: phone })))
  }
  if (overOrganization !== null && overArea !== null) {
    findings.push(
      context.error(
        line,
        'overArea',
        flaw('scope-twice', { organization: overOrganization, area: overArea }),
      ),
    )
  }
  if (role === null && (overOrganization ?? overArea ?? validUntil) !== null) {
    findings.push(context.error(line, 'role', flaw('required', { column: '角色' })))
  }
  return findings
}

/** Read one row: what it says, or what is wrong with it. */
export function readUserRow(row: Row, names: Names, context: Context): SaidRow | readonly Finding[] {
  const findings = [...unknownNames(row, names, context), ...wrongForms(row, context)]
  const { userName, name, phone, organizationCode, role, overOrganization, overArea, validUntil } = row.values
  if (findings.length > 0 || row.refused || userName === null || name === null) return findings
  const roleKey = names.roles.find(role) ?? null
  return {
    line: row.line,
    userName: userName.toLowerCase(),
    name,
    phone,
    organizationId: names.organizations.find(organizationCode) ?? null,
    grant:
      roleKey === null
        ? null
        : {
            role: roleKey,
            organizationId: names.organizations.find(overOrganization) ?? null,
            areaId: names.areas.find(overArea) ?? null,
            validUntil,
          },
  }
}

export const grantKey = ({
  role,
  organizationId,
  areaId,
}: Pick<GrantRecord, 'role' | 'organizationId' | 'areaId'>): string =>
  [role, organizationId, areaId].join(' ')

/** Later rows of a user may leave out what the first said, but not say something else; and no grant twice. */
function contradictions(first: SaidUser, row: SaidRow, context: Context): Finding[] {
  const differ = (
    field: 'name' | 'phone' | 'organizationCode',
    left: string | null,
    right: string | null,
  ): Finding[] =>
    right === null || left === right
      ? []
      : [context.error(row.line, field, flaw('user-differs', { value: row.userName, line: first.line }))]
  const { grant } = row
  const same = grant && first.grants.find((one) => grantKey(one) === grantKey(grant))
  return [
    ...differ('name', first.name, row.name),
    ...differ('phone', first.phone, row.phone),
    ...differ('organizationCode', first.organizationId, row.organizationId),
    ...(same
      ? [context.error(row.line, 'role', flaw('duplicate-in-file', { value: row.userName, line: same.line }))]
      : []),
  ]
}

/** Put the rows of each user together, in the order of their first rows. */
export function gatherUsers(
  rows: readonly SaidRow[],
  context: Context,
): { users: SaidUser[]; findings: Finding[] } {
  const users = new Map<string, SaidUser>()
  const findings: Finding[] = []
  for (const row of rows) {
    const { grant, ...person } = row
    const grants = grant ? [{ ...grant, line: row.line }] : []
    const first = users.get(row.userName)
    if (first) findings.push(...contradictions(first, row, context))
    users.set(
      row.userName,
      first ? { ...first, grants: [...first.grants, ...grants] } : { ...person, grants },
    )
  }
  return { users: [...users.values()], findings }
}
