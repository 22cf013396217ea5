import { m } from '@chuangcheng/messages'

type Words = Readonly<Record<string, () => string>>

const VERBS: Words = {
  add: m['office.history.verb.add'],
  change: m['office.history.verb.change'],
  import: m['office.history.verb.import'],
  remove: m['office.history.verb.remove'],
  grant: m['office.history.verb.grant'],
  endGrant: m['office.history.verb.endGrant'],
  split: m['office.history.verb.split'],
  merge: m['office.history.verb.merge'],
  rename: m['office.history.verb.rename'],
  signIn: m['office.history.verb.signIn'],
  signOut: m['office.history.verb.signOut'],
  setUp: m['office.history.verb.setUp'],
  setPassword: m['office.history.verb.setPassword'],
}

const SUBJECTS: Words = {
  city: m['office.history.subject.city'],
  area: m['office.history.subject.area'],
  organization: m['office.history.subject.organization'],
  user: m['office.history.subject.user'],
  role: m['office.history.subject.role'],
  site: m['office.history.subject.site'],
  siteType: m['office.history.subject.siteType'],
  file: m['office.history.subject.file'],
}

const FIELDS: Words = {
  name: m['office.field.name'],
  code: m['office.field.code'],
  shortName: m['office.field.shortName'],
  kind: m['office.field.kind'],
  level: m['office.field.level'],
  state: m['office.field.state'],
  address: m['office.field.address'],
  position: m['office.field.position'],
  type: m['office.field.type'],
  typeName: m['office.field.type'],
  area: m['office.field.area'],
  areaName: m['office.field.area'],
  parent: m['office.field.parent'],
  parentName: m['office.field.parent'],
  holder: m['office.field.holder'],
  holderName: m['office.field.holder'],
  supervisor: m['office.field.supervisor'],
  supervisorName: m['office.field.supervisor'],
  validFrom: m['office.field.validFrom'],
  validTo: m['office.field.validTo'],
  validUntil: m['office.field.validUntil'],
  userName: m['office.field.userName'],
  phone: m['office.field.phone'],
  organization: m['office.field.organization'],
  organizationName: m['office.field.organization'],
  role: m['office.field.role'],
  locale: m['office.field.locale'],
  rowCount: m['office.field.rowCount'],
  createdCount: m['office.field.createdCount'],
  changedCount: m['office.field.changedCount'],
  fileName: m['office.field.fileName'],
}

/** “修改点位” for `site.change`; a word we do not know yet is shown as it is. */
export function actionName(action: string): string {
  const [noun = '', verb = ''] = action.split('.')
  const said = VERBS[verb]
  if (!said) return action
  return m['office.history.action']({ verb: said(), subject: SUBJECTS[noun]?.() ?? noun })
}

export const fieldName = (field: string): string => FIELDS[field]?.() ?? field

/** A value as text: a reference by its name, a position by its numbers. */
export function valueText(value: unknown): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(valueText).join(m['office.history.listComma']())
  if (typeof value !== 'object' || value === null) return String(value)
  if ('name' in value) return String(value.name)
  if ('longitude' in value && 'latitude' in value)
    return `${String(value.longitude)}, ${String(value.latitude)}`
  return JSON.stringify(value)
}
