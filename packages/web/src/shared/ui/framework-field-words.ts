import { ASSESSMENT_METHODS, CAMPAIGN_KINDS, CRITERION_ORIGINS, CRITERION_ROLES } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'

type Words = Readonly<Record<string, () => string>>

/** What the fields of frameworks and their nodes are called in the log. */
export const FRAMEWORK_FIELDS: Words = {
  year: m['office.frameworks.field.year'],
  label: m['office.frameworks.field.label'],
  campaign: m['office.frameworks.field.campaign'],
  start: m['office.frameworks.field.start'],
  levelNames: m['office.frameworks.field.levelNames'],
  totalPoints: m['office.frameworks.field.totalPoints'],
  text: m['office.frameworks.field.text'],
  points: m['office.frameworks.field.points'],
  origin: m['office.frameworks.field.origin'],
  methods: m['office.frameworks.field.methods'],
  rule: m['office.frameworks.field.rule'],
  siteTypeIds: m['office.frameworks.field.siteTypes'],
  note: m['office.frameworks.field.note'],
  guesses: m['office.frameworks.guess'],
  confirmed: m['office.frameworks.confirmed'],
  codes: m['office.frameworks.codes'],
  reason: m['office.frameworks.reason'],
  way: m['office.frameworks.weigh.way'],
  decimals: m['office.frameworks.weigh.decimals'],
}

const GUESS_WORDS: Words = {
  points: m['office.frameworks.field.points'],
  rule: m['office.frameworks.field.rule'],
  lead: m['office.frameworks.field.lead'],
}

/** Their values that are words of the machine. */
export const FRAMEWORK_VALUES: Readonly<Record<string, Words>> = {
  campaign: Object.fromEntries(CAMPAIGN_KINDS.map((kind) => [kind, m[`campaignKind.${kind}`]])),
  origin: Object.fromEntries(CRITERION_ORIGINS.map((origin) => [origin, m[`criterionOrigin.${origin}`]])),
  methods: Object.fromEntries(ASSESSMENT_METHODS.map((method) => [method, m[`assessmentMethod.${method}`]])),
  start: { default: m['office.frameworks.start.default'], empty: m['office.frameworks.start.empty'] },
  way: {
    inProportion: m['office.frameworks.weigh.inProportion'],
    equally: m['office.frameworks.weigh.equally'],
  },
  guesses: GUESS_WORDS,
  confirmed: GUESS_WORDS,
}

/** Values that share their field's name with another register's. */
export const CRITERION_ROLE_WORDS: Words = Object.fromEntries(
  CRITERION_ROLES.map((role) => [role, m[`criterionRole.${role}`]]),
)
export const VERSION_STATE_WORDS: Words = {
  draft: m['versionState.draft'],
  published: m['versionState.published'],
  withdrawn: m['versionState.withdrawn'],
}
