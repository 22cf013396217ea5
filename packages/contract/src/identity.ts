import { PERMISSIONS } from '@chuangcheng/domain'
import { Type } from 'typebox'
import {
  BasedOn,
  ById,
  Day,
  Done,
  endpoint,
  Id,
  Instant,
  Name,
  Nullable,
  oneOf,
  Page,
  paging,
  Reference,
} from './endpoint.ts'
import { importEndpoints } from './imports.ts'

const UserName = Type.String({ pattern: '^[a-z0-9][a-z0-9._-]{1,63}$' })
const LocaleName = oneOf(['zh-CN', 'en'])

const passwordProblems = [
  'password.too-short',
  'password.too-long',
  'password.too-simple',
  'password.well-known',
  'password.contains-name',
  'request.too-many',
] as const

const GrantView = Type.Object({
  id: Id,
  role: Type.String(),
  roleName: Type.String(),
  organization: Nullable(Reference),
  area: Nullable(Reference),
  validUntil: Nullable(Day),
  expired: Type.Boolean(),
})

/** Who is signed in, what they may do somewhere, and the city: what the app needs to draw itself. */
export const Session = Type.Object({
  user: Type.Object({
    id: Id,
    userName: Type.String(),
    name: Type.String(),
    locale: LocaleName,
    organization: Nullable(Reference),
  }),
  city: Type.Object({ code: Type.String(), name: Type.String() }),
  permissions: Type.Array(oneOf(PERMISSIONS)),
  grants: Type.Array(GrantView),
})

export const signIn = endpoint({
  operationId: 'signIn',
  method: 'POST',
  path: '/api/session',
  gate: 'public',
  summary: 'Sign in with a password; sets the session cookie and answers the token for other clients',
  body: Type.Object({
    city: Type.Optional(
      Type.String({ maxLength: 32, description: 'code of the city, where there are several' }),
    ),
    userName: Type.String({ maxLength: 64 }),
    password: Type.String({ maxLength: 1000 }),
  }),
  guessable: true,
  response: Type.Object({ token: Type.String(), session: Session }),
  problems: ['sign-in.refused', 'sign-in.locked', 'sign-in.disabled', 'request.too-many'],
})

export const getSession = endpoint({
  operationId: 'getSession',
  method: 'GET',
  path: '/api/session',
  gate: 'signedIn',
  summary: 'Who is signed in, and what they may do',
  response: Session,
})

export const signOut = endpoint({
  operationId: 'signOut',
  method: 'DELETE',
  path: '/api/session',
  gate: 'signedIn',
  summary: 'End this session',
  response: Done,
})

const SessionRow = Type.Object({
  id: Id,
  userAgent: Type.String(),
  createdAt: Instant,
  lastSeenAt: Instant,
  expiresAt: Instant,
  current: Type.Boolean(),
})

export const listMySessions = endpoint({
  operationId: 'listMySessions',
  method: 'GET',
  path: '/api/me/sessions',
  gate: 'signedIn',
  summary: 'Where I am signed in',
  response: Type.Object({ items: Type.Array(SessionRow) }),
})

export const revokeMySession = endpoint({
  operationId: 'revokeMySession',
  method: 'DELETE',
  path: '/api/me/sessions/:id',
  gate: 'signedIn',
  summary: 'End one of my sessions',
  params: ById,
  response: Done,
  problems: ['not-found'],
})

export const changeMyPassword = endpoint({
  operationId: 'changeMyPassword',
  method: 'POST',
  path: '/api/me/password',
  gate: 'signedIn',
  summary: 'Change my password; my other sessions end',
  body: Type.Object({
    currentPassword: Type.String({ maxLength: 1000 }),
    newPassword: Type.String({ maxLength: 1000 }),
  }),
  guessable: true,
  response: Done,
  problems: ['sign-in.refused', ...passwordProblems],
})

export const changeMyLocale = endpoint({
  operationId: 'changeMyLocale',
  method: 'PUT',
  path: '/api/me/locale',
  gate: 'signedIn',
  summary: 'Choose my language',
  body: Type.Object({ locale: LocaleName }),
  response: Done,
})

export const setPasswordByLink = endpoint({
  operationId: 'setPasswordByLink',
  method: 'POST',
  path: '/api/password',
  gate: 'public',
  summary: 'Set a password by a one-time link; every session of the user ends',
  body: Type.Object({
    token: Type.String({ maxLength: 200 }),
    password: Type.String({ maxLength: 1000 }),
  }),
  guessable: true,
  response: Type.Object({ userName: Type.String() }),
  problems: ['password.link-spent', ...passwordProblems],
})

const userFields = {
  userName: UserName,
  name: Name(60),
  phone: Nullable(Type.String({ maxLength: 20, pattern: '^[0-9+ -]{5,20}$' })),
  organizationId: Nullable(Id),
}

export const UserRow = Type.Object({
  id: Id,
  ...userFields,
  organizationName: Nullable(Type.String()),
  state: oneOf(['active', 'disabled']),
  hasPassword: Type.Boolean(),
  grants: Type.Array(GrantView),
  revision: Type.Integer(),
})

export const listUsers = endpoint({
  operationId: 'listUsers',
  method: 'GET',
  path: '/api/users',
  gate: 'user.read',
  summary: 'Users by user name',
  query: Type.Object({
    ...paging,
    organizationId: Type.Optional(Id),
    role: Type.Optional(Type.String({ maxLength: 64 })),
    text: Type.Optional(Type.String({ maxLength: 100 })),
  }),
  response: Page(UserRow),
  problems: ['cursor.invalid'],
})

export const getUser = endpoint({
  operationId: 'getUser',
  method: 'GET',
  path: '/api/users/:id',
  gate: 'user.read',
  summary: 'One user',
  params: ById,
  response: UserRow,
  problems: ['not-found'],
})

export const addUser = endpoint({
  operationId: 'addUser',
  method: 'POST',
  path: '/api/users',
  gate: 'user.edit',
  summary: 'Add a user; the password is set by a one-time link',
  body: Type.Object({ id: Id, ...userFields }),
  response: UserRow,
  problems: ['duplicate', 'access.out-of-scope', 'not-found'],
})

export const changeUser = endpoint({
  operationId: 'changeUser',
  method: 'PATCH',
  path: '/api/users/:id',
  gate: 'user.edit',
  summary: 'Change a user, or disable them: then their sessions end',
  params: ById,
  body: Type.Object({
    basedOn: BasedOn,
    name: Type.Optional(userFields.name),
    phone: Type.Optional(userFields.phone),
    organizationId: Type.Optional(userFields.organizationId),
    state: Type.Optional(oneOf(['active', 'disabled'])),
  }),
  response: UserRow,
  problems: [
    'not-found',
    'changed-meanwhile',
    'access.out-of-scope',
    'user.last-administrator',
    'user.self-disable',
  ],
})

export const makePasswordLink = endpoint({
  operationId: 'makePasswordLink',
  method: 'POST',
  path: '/api/users/:id/password-link',
  gate: 'user.edit',
  summary: 'Make a one-time link by which the user sets a password; earlier links end',
  params: ById,
  response: Type.Object({ link: Type.String(), expiresAt: Instant }),
  problems: ['not-found', 'access.out-of-scope'],
})

export const grantRole = endpoint({
  operationId: 'grantRole',
  method: 'POST',
  path: '/api/users/:id/grants',
  gate: 'user.grant',
  summary: 'Grant a role over an organization subtree, an area subtree or the whole city, until a date',
  params: ById,
  body: Type.Object({
    id: Id,
    role: Type.String({ maxLength: 64 }),
    organizationId: Nullable(Id),
    areaId: Nullable(Id),
    validUntil: Nullable(Day),
  }),
  response: UserRow,
  problems: ['not-found', 'duplicate', 'access.out-of-scope', 'request.invalid'],
})

export const endGrant = endpoint({
  operationId: 'endGrant',
  method: 'DELETE',
  path: '/api/users/:id/grants/:grantId',
  gate: 'user.grant',
  summary: 'Take a role back',
  params: Type.Object({ id: Id, grantId: Id }),
  response: UserRow,
  problems: ['not-found', 'access.out-of-scope', 'user.last-administrator'],
})

export const listUserSessions = endpoint({
  operationId: 'listUserSessions',
  method: 'GET',
  path: '/api/users/:id/sessions',
  gate: 'user.edit',
  summary: 'Where a user is signed in',
  params: ById,
  response: Type.Object({ items: Type.Array(SessionRow) }),
  problems: ['not-found'],
})

export const revokeUserSessions = endpoint({
  operationId: 'revokeUserSessions',
  method: 'DELETE',
  path: '/api/users/:id/sessions',
  gate: 'user.edit',
  summary: 'End every session of a user',
  params: ById,
  response: Done,
  problems: ['not-found'],
})

const Role = Type.Object({
  key: Type.String(),
  name: Type.String(),
  permissions: Type.Array(oneOf(PERMISSIONS)),
})

export const listRoles = endpoint({
  operationId: 'listRoles',
  method: 'GET',
  path: '/api/roles',
  gate: 'user.read',
  summary: 'Roles and what they may do',
  response: Type.Object({ items: Type.Array(Role) }),
})

export const changeRole = endpoint({
  operationId: 'changeRole',
  method: 'PUT',
  path: '/api/roles/:key',
  gate: 'user.grant',
  summary: 'Add a role or change what it may do (the administrator role always may do everything)',
  params: Type.Object({ key: Type.String({ pattern: '^[a-zA-Z][a-zA-Z0-9-]{1,63}$' }) }),
  body: Type.Object({ name: Name(60), permissions: Type.Array(oneOf(PERMISSIONS)) }),
  response: Role,
  problems: ['role.administrator-fixed', 'duplicate', 'access.out-of-scope'],
})

const users = importEndpoints('Users', '/api/users', 'user.import')
export const previewUsersImport = users.preview
export const importUsers = users.run
