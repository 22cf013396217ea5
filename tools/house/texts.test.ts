import {
  ANSWER_KINDS,
  ASSESSMENT_METHODS,
  CAMPAIGN_KINDS,
  CASE_STATES,
  CASE_STEPS,
  CHECKLIST_KINDS,
  CRITERION_ORIGINS,
  CRITERION_ROLES,
  DIRECTIONS,
  DUTY_ROLES,
  DUTY_TARGETS,
  FINDING_CODES,
  GUESSES,
  HANDOVER_GROUNDS,
  MAPPING_STATES,
  NODE_KINDS,
  PERMISSIONS,
  PHOTO_RULES,
  PROBLEMS,
  RULE_KINDS,
  STANDINGS,
  STARTING_ROLES,
  VERSION_FLAW_CODES,
  VERSION_STATES,
} from '@chuangcheng/domain'
import { describe, expect, it } from 'vitest'
import { sourceFiles } from './source-files.ts'

type Texts = Map<string, string>

function walk(prefix: string, value: unknown, into: Texts): void {
  if (typeof value === 'string') into.set(prefix, value)
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value))
      walk(prefix === '' ? key : `${prefix}.${key}`, inner, into)
  }
}

function textsOf(locale: string): Texts {
  const texts: Texts = new Map()
  for (const { text } of sourceFiles(`packages/messages/texts/${locale}`, /\.json$/))
    walk('', JSON.parse(text), texts)
  texts.delete('$schema')
  return texts
}

const chinese = textsOf('zh-CN')
const english = textsOf('en')
const inputs = (text: string): string[] =>
  [...text.matchAll(/\{(?<name>\w+)\}/g)].map((match) => match.groups?.name ?? '')

describe('the texts', () => {
  it('stand in both languages', () => {
    expect([...chinese.keys()].filter((key) => !english.has(key))).toEqual([])
    expect([...english.keys()].filter((key) => !chinese.has(key))).toEqual([])
  })

  it('ask for the same words in both languages', () => {
    const differing = [...chinese].filter(
      ([key, text]) =>
        inputs(text).sort().join() !==
        inputs(english.get(key) ?? '')
          .sort()
          .join(),
    )
    expect(differing.map(([key]) => key)).toEqual([])
  })

  it.each([
    ['problem', Object.keys(PROBLEMS)],
    ['finding', [...FINDING_CODES]],
    ['permission', [...PERMISSIONS]],
    ['role', [...STARTING_ROLES]],
    ['campaignKind', [...CAMPAIGN_KINDS]],
    ['caseState', [...CASE_STATES]],
    ['caseStep', [...CASE_STEPS]],
    ['handoverGround', [...HANDOVER_GROUNDS]],
    ['versionState', [...VERSION_STATES]],
    ['nodeKind', [...NODE_KINDS]],
    ['criterionRole', [...CRITERION_ROLES]],
    ['criterionOrigin', [...CRITERION_ORIGINS]],
    ['assessmentMethod', [...ASSESSMENT_METHODS]],
    ['guess', [...GUESSES]],
    ['ruleKind', [...RULE_KINDS]],
    ['direction', [...DIRECTIONS]],
    ['checklistKind', [...CHECKLIST_KINDS]],
    ['answerKind', [...ANSWER_KINDS]],
    ['photoRule', [...PHOTO_RULES]],
    ['mappingState', [...MAPPING_STATES]],
    ['dutyRole', [...DUTY_ROLES]],
    ['dutyTarget', [...DUTY_TARGETS]],
    ['standing', [...STANDINGS]],
    ['frameworkFlaw', [...VERSION_FLAW_CODES]],
  ])('have a sentence for every %s', (family, codes) => {
    expect(codes.filter((code) => !chinese.has(`${family}.${code}`))).toEqual([])
  })

  it('have no sentence for a problem or finding that is gone', () => {
    const gone = [...chinese.keys()].filter(
      (key) =>
        (key.startsWith('problem.') && !(key.slice('problem.'.length) in PROBLEMS)) ||
        (key.startsWith('finding.') && !FINDING_CODES.some((code) => `finding.${code}` === key)),
    )
    expect(gone).toEqual([])
  })

  it('use Chinese punctuation in Chinese', () => {
    const wrong = [...chinese].filter(([, text]) => /\p{Script=Han}[,;:!?]|[,;:!?]\p{Script=Han}/u.test(text))
    expect(wrong.map(([key, text]) => `${key}: ${text}`)).toEqual([])
  })
})
