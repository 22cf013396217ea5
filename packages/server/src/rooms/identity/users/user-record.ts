import type { Belonging } from '@chuangcheng/domain'
import type { Note } from '../../../platform/database/database.ts'
import type { SearchEntry } from '../../search/index.ts'
import type { User } from './queries.ts'

/** A user belongs where their organization does; without one, to the city as a whole. A scope over an area names its organizations. */
export const belongingOf = (user: Pick<User, 'organizationId'>): Belonging => ({
  areaId: null,
  organizationIds: [user.organizationId],
})

/** How a user is found: by name and user name, never by phone. */
export const searchEntryOf = (user: User): SearchEntry => ({
  id: user.id,
  title: user.name,
  detail: user.userName,
  areaId: null,
  organizationIds: user.organizationId === null ? [] : [user.organizationId],
})

const shown = ({ userName, name, phone, organizationId, state }: User) => ({
  userName,
  name,
  phone,
  organizationId,
  state,
})

/** What the audit log keeps of a user; what identifies the person is sealed under their own key. */
export const noteOf = (before: User | null, after: User): Note => ({
  action: before ? 'user.change' : 'user.add',
  subjectKind: 'user',
  subjectId: after.id,
  before: before && shown(before),
  after: shown(after),
  personal: ['name', 'phone'],
})
