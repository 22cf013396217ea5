import { halfWidth } from '../import/plain-text.ts'
import type { Band, Direction, Grade, Knot, Rule, RuleKind, SimpleRule, SiteRule, Step } from './rule.ts'
import { fieldsOf, type RuleToken, shapeOf, tokenizeRule } from './rule-tokens.ts'
import { usualRule } from './usual-rule-words.ts'
import { DIRECTION_WORDS, ENDS, RULE_HEADS, UNKNOWN, UNLIMITED } from './write-rule-words.ts'

/** Thrown inside of this file only: the words are no rule. */
class NoRule extends Error {}
const refuse = (): never => {
  throw new NoRule()
}
type Field = readonly RuleToken[]

const wordAt = (field: Field, at: number): string => field[at]?.text ?? refuse()
function numberOf(text: string): number {
  const value = text === '' ? Number.NaN : Number(halfWidth(text))
  return Number.isFinite(value) ? value : refuse()
}
const numberOr = (text: string, none: string): number | null => (text === none ? null : numberOf(text))
function shareOf(text: string): number {
  const plain = halfWidth(text)
  return plain.endsWith('%') ? Math.round(numberOf(plain.slice(0, -1)) * 100) / 10_000 : refuse()
}

function bandOf(field: Field): Band {
  const range = /^(\d+)(?:-(\d+))?处(以上)?$/u.exec(halfWidth(wordAt(field, 2)))
  if (shapeOf(field) !== 'w=w→w' || !range?.[1]) return refuse()
  const from = Number(range[1])
  const upTo = range[2] === undefined ? from : Number(range[2])
  return {
    grade: wordAt(field, 0),
    from,
    to: range[3] === undefined ? upTo : null,
    share: shareOf(wordAt(field, 4)),
  }
}

function gradeOf(field: Field): Grade {
  const shape = shapeOf(field)
  if (shape !== 'w→w' && shape !== 'w→w（w）') return refuse()
  return {
    grade: wordAt(field, 0),
    share: shareOf(wordAt(field, 2)),
    meaning: shape === 'w→w' ? '' : wordAt(field, 4),
  }
}

function stepOf(field: Field): Step {
  if (shapeOf(field) !== 'w=w→w') return refuse()
  const bound = numberOr(wordAt(field, 2), UNKNOWN)
  return { grade: wordAt(field, 0), bound, share: shareOf(wordAt(field, 4)) }
}

function knotOf(field: Field): Knot {
  if (shapeOf(field) !== 'w→w') return refuse()
  return { value: numberOr(wordAt(field, 0), UNKNOWN), share: shareOf(wordAt(field, 2)) }
}

/** The value of the field at this place, which must have this name. */
function namedWord(fields: readonly Field[], at: number, name: string): string {
  const field = fields[at] ?? refuse()
  return shapeOf(field) === 'w=w' && wordAt(field, 0) === name ? wordAt(field, 2) : refuse()
}

function directionOf(text: string): Direction {
  if (text === DIRECTION_WORDS.atLeast) return 'atLeast'
  return text === DIRECTION_WORDS.atMost ? 'atMost' : refuse()
}

function exactly(fields: readonly Field[], count: number): void {
  if (fields.length !== count) refuse()
}

/** What stands between the braces that end a field. */
function inBraces(field: Field, from: number): readonly RuleToken[] {
  const shape = shapeOf(field)
  if (field[from]?.text !== '{' || !shape.endsWith('}')) return refuse()
  return field.slice(from + 1, -1)
}

function siteRuleOf(tokens: readonly RuleToken[]): SiteRule {
  const rule = ruleOf(tokens)
  return rule.kind === 'binary' || rule.kind === 'countBands' || rule.kind === 'grade' ? rule : refuse()
}

function partOf(field: Field): { name: string; weight: number; rule: SimpleRule } {
  if (!shapeOf(field).startsWith('w=w{')) return refuse()
  const rule = ruleOf(inBraces(field, 3))
  if (rule.kind === 'bonus' || rule.kind === 'gate' || rule.kind === 'veto' || rule.kind === 'composite')
    return refuse()
  return { name: wordAt(field, 0), weight: numberOf(wordAt(field, 2)), rule }
}

const measuredOf = (fields: readonly Field[]) => ({
  metric: namedWord(fields, 0, '指标'),
  unit: namedWord(fields, 1, '单位'),
})

function perCase(kind: 'deduction' | 'bonus', fields: readonly Field[]): Rule {
  exactly(fields, 3)
  return {
    kind,
    each: namedWord(fields, 0, '每'),
    points: numberOr(namedWord(fields, 1, kind === 'bonus' ? '加' : '扣'), UNKNOWN),
    cap: numberOr(namedWord(fields, 2, '最多'), UNLIMITED),
  }
}

const READERS: { readonly [Kind in RuleKind]: (fields: readonly Field[]) => Rule } = {
  binary: (fields) => (fields.length === 0 ? { kind: 'binary' } : refuse()),
  countBands: (fields) => ({ kind: 'countBands', bands: fields.map(bandOf) }),
  grade: (fields) => ({ kind: 'grade', grades: fields.map(gradeOf) }),
  meanOverSites: (fields) => {
    exactly(fields, 1)
    return { kind: 'meanOverSites', of: siteRuleOf(inBraces(fields[0] ?? [], 0)) }
  },
  expertGrade: (fields) => ({ kind: 'expertGrade', grades: fields.map(gradeOf) }),
  rate: (fields) => {
    exactly(fields, 3)
    const full = namedWord(fields, 2, '满分')
    return {
      kind: 'rate',
      numerator: namedWord(fields, 0, '分子'),
      denominator: namedWord(fields, 1, '分母'),
      full: full === UNKNOWN ? null : shareOf(full),
    }
  },
  threshold: (fields) => ({
    kind: 'threshold',
    ...measuredOf(fields),
    direction: directionOf(namedWord(fields, 2, '方向')),
    steps: fields.slice(3).map(stepOf),
  }),
  piecewiseLinear: (fields) => ({
    kind: 'piecewiseLinear',
    ...measuredOf(fields),
    knots: fields.slice(2).map(knotOf),
  }),
  deduction: (fields) => perCase('deduction', fields),
  bonus: (fields) => perCase('bonus', fields),
  gate: (fields) => {
    exactly(fields, 5)
    return {
      kind: 'gate',
      ...measuredOf(fields),
      direction: directionOf(namedWord(fields, 2, '方向')),
      bound: numberOr(namedWord(fields, 3, '界限'), UNKNOWN),
      effect: namedWord(fields, 4, '后果'),
    }
  },
  veto: (fields) => {
    exactly(fields, 2)
    return {
      kind: 'veto',
      points: numberOr(namedWord(fields, 0, '扣'), ENDS),
      effect: namedWord(fields, 1, '后果'),
    }
  },
  composite: (fields) => ({ kind: 'composite', parts: fields.map(partOf) }),
}

const KIND_OF_HEAD = new Map(
  // Object.entries forgets the literal keys
  Object.entries(RULE_HEADS).map(([kind, head]) => [head as string, kind as RuleKind]),
)

function ruleOf(tokens: readonly RuleToken[]): Rule {
  const [head, colon] = tokens
  const kind = KIND_OF_HEAD.get(head?.text ?? '') ?? refuse()
  if (tokens.length > 1 && colon?.text !== '：') return refuse()
  return READERS[kind](fieldsOf(tokens.slice(2)))
}

/** A rule written by {@link writeRuleWords} or in the words people commonly use; null = words we do not understand. */
export function readRuleWords(text: string): Rule | null {
  const usual = usualRule(text)
  if (usual) return usual
  const tokens = tokenizeRule(text)
  if (!tokens) return null
  try {
    return ruleOf(tokens)
  } catch (error) {
    if (error instanceof NoRule) return null
    throw error
  }
}
