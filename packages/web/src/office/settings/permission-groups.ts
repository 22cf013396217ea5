import { PERMISSIONS, type Permission } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'

type Group = { readonly title: () => string; readonly permissions: readonly Permission[] }

const about = (...subjects: readonly string[]): readonly Permission[] =>
  PERMISSIONS.filter((permission) => subjects.includes(permission.split('.')[0] ?? ''))

const NAMED: readonly Group[] = [
  { title: m['office.history.subject.site'], permissions: about('site', 'siteType') },
  { title: m['office.history.subject.area'], permissions: about('area') },
  { title: m['office.history.subject.organization'], permissions: about('organization') },
  { title: m['office.history.subject.user'], permissions: about('user') },
]

const named = new Set(NAMED.flatMap(({ permissions }) => permissions))

/** The permissions under what they are about; whatever has no group yet stands under the last. */
export const PERMISSION_GROUPS: readonly Group[] = [
  ...NAMED,
  { title: m['office.settings.others'], permissions: PERMISSIONS.filter((one) => !named.has(one)) },
]
