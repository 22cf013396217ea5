import { readRuleWords } from '../framework/read-rule-words.ts'
import { fieldsOf, quoteWord, type RuleToken, shapeOf, tokenizeRule } from '../framework/rule-tokens.ts'
import { DIRECTION_WORDS, UNKNOWN, writeRuleWords } from '../framework/write-rule-words.ts'
import { halfWidth } from '../import/plain-text.ts'
import type { AnswerKind } from './checklist.ts'
import { startingAnswer } from './starting-item.ts'

type NumberAnswer = Extract<AnswerKind, { kind: 'number' }>
const NUMBER_HEAD = '数值'

/** What people write for the usual ways of answering. */
const USUAL_WORDS: Readonly<Record<string, AnswerKind>> = {
  是否: { kind: 'binary' },
  '符合/不符合': { kind: 'binary' },
  二值: { kind: 'binary' },
  处数: startingAnswer('countBands'),
  按处数: startingAnswer('countBands'),
  问题数: startingAnswer('countBands'),
}

/**
 * A way of answering as one line of words (作答方式文字) that {@link readAnswerWords} reads back equal: `符合得分`,
 * `按处数：A=0处→100%；B=1处→66%`, `数值：单位=%；不低于=99`.
 */
export function writeAnswerWords(answer: AnswerKind): string {
  if (answer.kind !== 'number') return writeRuleWords(answer)
  const { unit, direction, target } = answer
  return `${NUMBER_HEAD}：单位=${quoteWord(unit)}；${DIRECTION_WORDS[direction]}=${target ?? UNKNOWN}`
}

/** The two words of a field such as `单位=%`. */
const pairOf = (field: readonly RuleToken[] | undefined): readonly [string, string] | null =>
  field && shapeOf(field) === 'w=w' ? [field[0]?.text ?? '', field[2]?.text ?? ''] : null

function readNumber(text: string): NumberAnswer | null {
  const tokens = tokenizeRule(text)
  if (tokens?.[0]?.text !== NUMBER_HEAD || tokens[1]?.text !== '：') return null
  const fields = fieldsOf(tokens.slice(2))
  const [unit, bound] = [pairOf(fields[0]), pairOf(fields[1])]
  if (fields.length !== 2 || unit?.[0] !== '单位' || !bound) return null
  const direction = bound[0] === DIRECTION_WORDS.atMost ? 'atMost' : 'atLeast'
  const target = bound[1] === UNKNOWN ? null : Number(halfWidth(bound[1]))
  if (DIRECTION_WORDS[direction] !== bound[0] || (target !== null && !Number.isFinite(target))) return null
  return { kind: 'number', unit: unit[1], direction, target }
}

/** A way of answering written by {@link writeAnswerWords} or in the words people commonly use; null = words we do not understand. */
export function readAnswerWords(text: string): AnswerKind | null {
  const usual = USUAL_WORDS[halfWidth(text).replaceAll(' ', '')]
  if (usual) return usual
  const number = readNumber(text)
  if (number) return number
  const rule = readRuleWords(text)
  return rule?.kind === 'binary' || rule?.kind === 'countBands' || rule?.kind === 'grade' ? rule : null
}
