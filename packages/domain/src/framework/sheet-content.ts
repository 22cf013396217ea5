import { DUTY_ROLES } from '../duty/duty.ts'
import { flaw } from '../import/finding.ts'
import {
  ASSESSMENT_METHODS,
  CRITERION_ORIGINS,
  CRITERION_ROLES,
  type CriterionOrigin,
  type CriterionRole,
  GUESSES,
} from './framework.ts'
import { readRuleWords } from './read-rule-words.ts'
import type { Rule } from './rule.ts'
import { roleOfRule } from './rule-flaws.ts'
import { SHEET_GUESSES, SHEET_METHODS, SHEET_ORIGINS, SHEET_ROLES } from './sheet-fields.ts'
import type { SheetNames } from './sheet-names.ts'
import type { SheetContent, SheetDuty } from './sheet-node.ts'
import type { SheetRow } from './sheet-row.ts'
import { choiceNames, choiceOf, readChoices } from './sheet-values.ts'

/** Whom and what a sheet may name. */
export type SheetWorld = { readonly organizations: SheetNames; readonly siteTypes: SheetNames }

const WITH_SHARE = /^(.+?)\s*(?:[×xX*＊]\s*|[（(]\s*)(\d+(?:\.\d{1,4})?)\s*(%?)\s*[)）]?$/u

const asRole = (said: string): CriterionRole | undefined =>
  CRITERION_ROLES.find((one) => one === choiceOf(said, SHEET_ROLES))
const asOrigin = (said: string): CriterionOrigin | undefined =>
  CRITERION_ORIGINS.find((one) => one === choiceOf(said, SHEET_ORIGINS))

/**
 * Role and origin; many sheets have one column for both, so each also understands the other's words. Where none is said, a rule such
 * as 一票否决 says the role.
 */
function standingOf(row: SheetRow, rule: Rule | null): { role: CriterionRole; origin: CriterionOrigin } {
  const [inRole, inOrigin] = [saidIn(row, 'role'), saidIn(row, 'origin')]
  const role = inRole.role ?? (inOrigin.origin ? undefined : inOrigin.role)
  const origin = inOrigin.origin ?? (inRole.role ? undefined : inRole.origin)
  return { role: role ?? (rule === null ? 'ordinary' : roleOfRule(rule.kind)), origin: origin ?? 'core' }
}

/** What a cell says as a role and as an origin; a word that is neither is told. */
function saidIn(row: SheetRow, field: 'role' | 'origin') {
  const said = row.raw(field)
  const meant = { role: asRole(said), origin: asOrigin(said) }
  if (said !== '' && !meant.role && !meant.origin) {
    const choices = choiceNames(field === 'role' ? SHEET_ROLES : SHEET_ORIGINS)
    row.error(field, flaw('choice-unknown', { value: said.slice(0, 40), choices }))
  }
  return meant
}

/** Values as their type, in the order they were written. */
const inWords = <Value extends string>(values: readonly string[], known: readonly Value[]): Value[] =>
  values.flatMap((value) => known.filter((one) => one === value))

/** What of a cell is kept in the note because no field of ours can hold it. */
type Kept = string[]

function methodsOf(row: SheetRow, kept: Kept): SheetContent['methods'] {
  const { values, unknown } = readChoices(row.raw('methods'), SHEET_METHODS)
  if (unknown.length > 0) {
    const value = unknown.join('、').slice(0, 100)
    row.warning('methods', flaw('method-unknown', { value, choices: choiceNames(SHEET_METHODS) }))
    kept.push(`测评方法：${value}`)
  }
  return inWords(values, ASSESSMENT_METHODS)
}

function ruleOf(row: SheetRow, kept: Kept): Rule | null {
  const words = row.raw('rule')
  const rule = words === '' ? null : readRuleWords(words)
  if (words !== '' && rule === null) {
    row.warning('rule', flaw('rule-unread', { value: words.slice(0, 40) }))
    kept.push(`计分规则：${words}`)
  }
  return rule
}

function siteTypesOf(row: SheetRow, names: SheetNames): string[] {
  const ids = new Set<string>()
  for (const name of names.namesIn(row.raw('siteTypes'))) {
    const reading = names.find(name)
    if ('id' in reading) ids.add(reading.id)
    else row.error('siteTypes', reading.flaw)
  }
  return [...ids]
}

/** 市城管局×0.6, 市城管局（60%）: a name with its share. */
function shareIn(part: string, names: SheetNames): { name: string; share: number | null } {
  const found = names.knows(part) ? null : WITH_SHARE.exec(part)
  if (!found?.[1] || !found[2]) return { name: part, share: null }
  const share = found[3] === '%' ? Math.round(Number(found[2]) * 100) / 10_000 : Number(found[2])
  return { name: found[1], share }
}

function dutiesOf(row: SheetRow, names: SheetNames): SheetDuty[] {
  const duties: SheetDuty[] = []
  for (const role of DUTY_ROLES) {
    for (const part of names.namesIn(row.raw(role))) {
      const { name, share } = shareIn(part, names)
      const reading = names.find(name)
      if (!('id' in reading)) {
        row.error(role, reading.flaw)
        continue
      }
      const { id: organizationId } = reading
      if (duties.some((duty) => duty.organizationId === organizationId && duty.role === role))
        row.warning(role, flaw('organization-twice', { value: name }))
      else duties.push({ role, organizationId, share })
    }
  }
  return duties
}

/** Fields that nobody has confirmed yet, as the row says. */
export function guessesOf(row: SheetRow): SheetContent['guesses'] {
  const said = readChoices(row.raw('guesses'), SHEET_GUESSES).values
  return inWords(said, GUESSES)
}

/** What the columns beside the tree say of the criterion of a row. */
export function criterionContent(row: SheetRow, points: number | null, world: SheetWorld): SheetContent {
  const kept: Kept = []
  const methods = methodsOf(row, kept)
  const rule = ruleOf(row, kept)
  const said = row.sentence('note', true)
  return {
    points,
    ...standingOf(row, rule),
    methods,
    rule,
    siteTypeIds: siteTypesOf(row, world.siteTypes),
    note: [said, ...kept]
      .filter((part) => part !== '')
      .join('\n')
      .slice(0, 2_000),
    leadHint: row.sentence('leadHint', true),
    guesses: guessesOf(row),
    duties: dutiesOf(row, world.organizations),
  }
}
