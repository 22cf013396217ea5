import { DUTY_ROLES, PERMISSIONS, STANDINGS, STARTING_ROLES } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import { SILENT_FIELDS } from './differences.ts'
import {
  CRITERION_ROLE_WORDS,
  FRAMEWORK_FIELDS,
  FRAMEWORK_VALUES,
  VERSION_STATE_WORDS,
} from './framework-field-words.ts'

type Words = Readonly<Record<string, () => string>>

const VERBS: Words = {
  add: m['office.history.verb.add'],
  change: m['office.history.verb.change'],
  import: m['office.history.verb.import'],
  remove: m['office.history.verb.remove'],
  split: m['office.history.verb.split'],
  merge: m['office.history.verb.merge'],
  rename: m['office.history.verb.rename'],
  move: m['office.history.verb.move'],
  weigh: m['office.history.verb.weigh'],
  confirm: m['office.history.verb.confirm'],
  withdraw: m['office.history.verb.withdraw'],
  publish: m['office.history.verb.publish'],
}

const SUBJECTS: Words = {
  city: m['office.history.subject.city'],
  area: m['office.history.subject.area'],
  areaBoundary: m['office.history.subject.areaBoundary'],
  baseMap: m['office.history.subject.baseMap'],
  organization: m['office.history.subject.organization'],
  user: m['office.history.subject.user'],
  role: m['office.history.subject.role'],
  site: m['office.history.subject.site'],
  siteType: m['office.history.subject.siteType'],
  file: m['office.history.subject.file'],
  framework: m['office.history.subject.framework'],
  frameworkVersion: m['office.history.subject.frameworkVersion'],
  frameworkNode: m['office.history.subject.frameworkNode'],
  checklist: m['office.history.subject.checklist'],
  duty: m['term.duty'],
  selfCheck: m['term.selfCheck'],
  assessment: m['term.assessment'],
  briefing: m['term.briefing'],
  case: m['term.case'],
}

/** Actions whose name is not just a verb and what it was done to. */
const ACTIONS: Words = {
  'city.found': m['office.history.done.cityFound'],
  'city.restore': m['office.history.done.cityRestore'],
  'personal.erase': m['office.history.done.personalErase'],
  'file.add': m['office.history.done.fileAdd'],
  'role.start': m['office.history.done.roleStart'],
  'session.signIn': m['office.history.done.signIn'],
  'session.signOut': m['office.history.done.signOut'],
  'session.lock': m['office.history.done.lock'],
  'session.revoke': m['office.history.done.revoke'],
  'session.revokeAll': m['office.history.done.revokeAll'],
  'session.erase': m['office.history.done.erase'],
  'password.set': m['office.history.done.passwordSet'],
  'password.link': m['office.history.done.passwordLink'],
  'user.locale': m['office.history.done.locale'],
  'grant.add': m['office.history.done.grant'],
  'grant.change': m['office.history.done.grantChange'],
  'grant.end': m['office.history.done.endGrant'],
  'checklist.save': m['office.history.done.checklistSave'],
  'checklist.draft': m['office.history.done.checklistDraft'],
  'checklist.removeDraft': m['office.history.done.checklistRemoveDraft'],
  'mapping.propose': m['office.history.done.mappingPropose'],
  'mapping.decide': m['office.history.done.mappingDecide'],
  'duty.end': m['office.history.done.dutyEnd'],
  'case.open': m['office.history.done.caseOpen'],
  'case.fixOnSpot': m['office.history.done.caseFixOnSpot'],
  'case.dispatch': m['office.history.done.caseDispatch'],
  'case.accept': m['office.history.done.caseAccept'],
  'case.rectify': m['office.history.done.caseRectify'],
  'case.close': m['office.history.done.caseClose'],
  'case.return': m['office.history.done.caseReturn'],
  'case.decline': m['office.history.done.caseDecline'],
  'case.withdraw': m['office.history.done.caseWithdraw'],
  'caseWorkflow.start': m['office.history.done.caseWorkflowStart'],
  'round.add': m['office.history.done.roundAdd'],
  'round.change': m['office.history.done.roundChange'],
  'round.publish': m['office.history.done.roundPublish'],
  'round.finish': m['office.history.done.roundFinish'],
  'round.reopen': m['office.history.done.roundReopen'],
  'round.draw': m['office.history.done.roundDraw'],
  'round.addSites': m['office.history.done.roundAddSites'],
  'round.removeSites': m['office.history.done.roundRemoveSites'],
  'round.setTeams': m['office.history.done.roundSetTeams'],
  'round.assign': m['office.history.done.roundAssign'],
  'visit.record': m['office.history.done.visitRecord'],
  'visit.correct': m['office.history.done.visitCorrect'],
  'visit.void': m['office.history.done.visitVoid'],
  'observationSheet.import': m['office.history.done.observationSheetImport'],
  'briefing.make': m['office.history.done.briefingMake'],
  'selfCheck.open': m['office.history.done.selfCheckOpen'],
  'selfCheck.answer': m['office.history.done.selfCheckAnswer'],
}

const FIELDS: Words = {
  ...FRAMEWORK_FIELDS,
  name: m['office.field.name'],
  number: m['office.field.number'],
  placeName: m['office.field.placeName'],
  dueAt: m['office.field.dueAt'],
  photoCount: m['office.field.photoCount'],
  code: m['office.field.code'],
  shortName: m['office.field.shortName'],
  kind: m['office.field.kind'],
  level: m['office.field.level'],
  state: m['office.field.state'],
  address: m['office.field.address'],
  position: m['office.field.position'],
  type: m['office.field.type'],
  typeId: m['office.field.type'],
  typeName: m['office.field.type'],
  area: m['office.field.area'],
  areaId: m['office.field.area'],
  areaName: m['office.field.area'],
  parent: m['office.field.parent'],
  parentId: m['office.field.parent'],
  parentName: m['office.field.parent'],
  holder: m['office.field.holder'],
  holderId: m['office.field.holder'],
  holderName: m['office.field.holder'],
  supervisor: m['office.field.supervisor'],
  supervisorId: m['office.field.supervisor'],
  supervisorName: m['office.field.supervisor'],
  validFrom: m['office.field.validFrom'],
  validTo: m['office.field.validTo'],
  validUntil: m['office.field.validUntil'],
  userName: m['office.field.userName'],
  phone: m['office.field.phone'],
  organization: m['office.field.organization'],
  organizationId: m['office.field.organization'],
  organizationName: m['office.field.organization'],
  role: m['office.field.role'],
  permissions: m['office.field.permissions'],
  locale: m['office.field.locale'],
  attribution: m['office.field.attribution'],
  boundary: m['term.boundary'],
  approvalNumber: m['office.field.approvalNumber'],
  datum: m['office.field.datum'],
  file: m['office.field.fileName'],
  fileName: m['office.field.fileName'],
  rowCount: m['office.field.rowCount'],
  createdCount: m['office.field.createdCount'],
  changedCount: m['office.field.changedCount'],
  unchangedCount: m['office.field.unchangedCount'],
  squareMeters: m['office.field.squareMeters'],
  vertexCount: m['office.field.vertexCount'],
  onDay: m['office.field.onDay'],
  to: m['office.field.to'],
  byteCount: m['office.field.byteCount'],
  mediaType: m['office.field.mediaType'],
  userAgent: m['office.field.userAgent'],
  count: m['office.field.count'],
  ended: m['office.field.ended'],
  dutyRole: m['print.role'],
  share: m['print.share'],
  dueOn: m['selfCheck.dueOn'],
  closedAt: m['office.field.closedAt'],
  standing: m['selfCheck.standing'],
  reason: m['selfCheck.reason'],
  plan: m['selfCheck.plan'],
  planOn: m['selfCheck.planOn'],
}

/** Values that are words of the machine, by their field. */
const VALUES: Readonly<Record<string, Words>> = {
  ...FRAMEWORK_VALUES,
  role: {
    ...CRITERION_ROLE_WORDS,
    ...Object.fromEntries(STARTING_ROLES.map((role) => [role, m[`role.${role}`]])),
  },
  permissions: Object.fromEntries(PERMISSIONS.map((one) => [one, m[`permission.${one}`]])),
  state: {
    ...VERSION_STATE_WORDS,
    active: m['office.history.state.active'],
    disabled: m['office.history.state.disabled'],
    paused: m['siteState.paused'],
    retired: m['siteState.retired'],
  },
  level: {
    city: m['areaLevel.city'],
    district: m['areaLevel.district'],
    subdistrict: m['areaLevel.subdistrict'],
    community: m['areaLevel.community'],
    gridCell: m['areaLevel.gridCell'],
  },
  kind: {
    leadingGroup: m['organizationKind.leadingGroup'],
    campaignOffice: m['organizationKind.campaignOffice'],
    bureau: m['organizationKind.bureau'],
    district: m['organizationKind.district'],
    subdistrict: m['organizationKind.subdistrict'],
    community: m['organizationKind.community'],
    assessor: m['organizationKind.assessor'],
    enterprise: m['organizationKind.enterprise'],
    other: m['organizationKind.other'],
  },
  locale: { 'zh-CN': () => '中文', en: () => 'English' },
  dutyRole: Object.fromEntries(DUTY_ROLES.map((role) => [role, m[`dutyRole.${role}`]])),
  standing: Object.fromEntries(STANDINGS.map((standing) => [standing, m[`standing.${standing}`]])),
}

/** Verbs and what they are done to, for a choice of actions. */
export const KNOWN_ACTIONS: readonly string[] = [
  ...['site', 'siteType', 'area', 'organization', 'user'].flatMap((noun) => [
    `${noun}.add`,
    `${noun}.change`,
    `${noun}.import`,
  ]),
  'areaBoundary.add',
  'areaBoundary.import',
  'area.split',
  'area.merge',
  'area.rename',
  'role.add',
  'role.change',
  'city.change',
  'baseMap.change',
  ...Object.keys(ACTIONS),
]

/** “修改点位” for `site.change`, “导入点位” for `site.import`; a word we do not know yet is shown as it is. */
export function actionName(action: string): string {
  const whole = ACTIONS[action]
  if (whole) return whole()
  const [noun = '', verb = ''] = action.split('.')
  const said = VERBS[verb]
  if (!said) return action
  return m['office.history.action']({ verb: said(), subject: SUBJECTS[noun]?.() ?? noun })
}

export const fieldName = (field: string): string => FIELDS[field]?.() ?? field

/** Whole numbers as they are, measured ones to what a person reads. */
const formatNumber = (number: number): string =>
  Number.isInteger(number) ? String(number) : number.toFixed(2)

/** To a decimeter. */
const DEGREE_DIGITS = 6

/** A value as text: a reference by its name, a position by its numbers, a word of the machine by ours. */
export function valueText(value: unknown, field = ''): string {
  if (typeof value === 'string') return VALUES[field]?.[value]?.() ?? value
  if (Array.isArray(value)) {
    return value.map((one: unknown) => valueText(one, field)).join(m['office.history.listComma']())
  }
  if (typeof value === 'number') return formatNumber(value)
  if (typeof value !== 'object' || value === null) return String(value)
  if ('erased' in value) return m['office.history.erased']()
  if ('name' in value) return String(value.name)
  if ('longitude' in value && 'latitude' in value)
    return [value.longitude, value.latitude]
      .map((degrees) => Number(degrees).toFixed(DEGREE_DIGITS))
      .join(', ')
  return Object.entries(value)
    .filter(([inner]) => !SILENT_FIELDS.has(inner))
    .map(([inner, part]) => `${fieldName(inner)} ${valueText(part, inner)}`)
    .join(m['office.history.listComma']())
}

/** Those who act without being a person, by the names the server gives them. */
const MACHINES: Words = {
  'password link': m['office.history.actor.passwordLink'],
  'sign-in': m['office.history.actor.signIn'],
  'command line': m['office.history.actor.commandLine'],
  system: m['office.history.actor.system'],
}

/** Who did it, in the reader's words where it was no person. */
export const actorText = ({ actorId, actorName }: { actorId: string | null; actorName: string }): string =>
  (actorId === null && MACHINES[actorName]?.()) || actorName

type States = { readonly before: unknown; readonly after: unknown }

/** What tells a record's name, the best first. */
const NAMING_FIELDS = ['name', 'fileName', 'label', 'code'] as const

/** The name the record had then, if it has one; an import is known by its file. */
export function subjectName({ before, after }: States): string {
  const named = [after, before].flatMap((state) => NAMING_FIELDS.map((field) => fieldOf(state, field)))
  return String(named.find((name) => typeof name === 'string') ?? '')
}

/** How many records an import added and changed; null for everything else. */
export function importedCount({ action, after }: { action: string; after: unknown }): number | null {
  if (!action.endsWith('.import')) return null
  return Number(fieldOf(after, 'createdCount') ?? 0) + Number(fieldOf(after, 'changedCount') ?? 0)
}

const fieldOf = (state: unknown, field: string): unknown =>
  typeof state === 'object' && state !== null ? new Map(Object.entries(state)).get(field) : undefined
