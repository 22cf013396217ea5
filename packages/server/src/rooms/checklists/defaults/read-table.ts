import { type AnswerKind, type Band, type ItemGuess, readRuleWords, USUAL_BANDS } from '@chuangcheng/domain'
import { SHARED_ITEMS, SHIPPED_CHECKLISTS } from './table.ts'

type ShippedItem = {
  readonly code: string
  readonly text: string
  readonly dimension: string
  readonly answer: AnswerKind
  readonly exemptions: readonly string[]
  readonly guesses: readonly ItemGuess[]
}

/** A checklist as it ships (自带检查表): `code` is also that of the shipped type of sites it is for. */
export type ShippedChecklist = {
  readonly code: string
  readonly name: string
  readonly category: string
  readonly protocol: string
  readonly items: readonly ShippedItem[]
}

const NOTHING = '-'
const linesOf = (table: string): string[][] =>
  table
    .trim()
    .split('\n')
    .map((line) => line.split(' | '))
const isItem = (fields: readonly string[]): boolean => /^[A-Z]+\d+$/.test(fields[0] ?? '')

/** A target that is read out of a text, or a bound that was inferred, has to be confirmed. */
function answerOf(words: string, bands: readonly Band[]): Pick<ShippedItem, 'answer' | 'guesses'> {
  const isUsual = bands === USUAL_BANDS
  if (words === '是否') return { answer: { kind: 'binary' }, guesses: [] }
  if (words === '处数') return { answer: { kind: 'countBands', bands }, guesses: isUsual ? [] : ['answer'] }
  const [, unit = '', direction, target = ''] = words.split(' ')
  return {
    answer: {
      kind: 'number',
      unit,
      direction: direction === '不高于' ? 'atMost' : 'atLeast',
      target: target === '待定' ? null : Number(target),
    },
    guesses: ['answer'],
  }
}

function itemOf(fields: readonly string[], bands: readonly Band[]): ShippedItem {
  const [code = '', dimension = '', answer = '', text = '', exemption] = fields
  const exemptions = exemption === undefined ? [] : [exemption]
  return { code, text, dimension, ...answerOf(answer, bands), exemptions }
}

function bandsOf(words: string | undefined): readonly Band[] {
  const rule = words === undefined ? null : readRuleWords(`按处数：${words}`)
  return rule?.kind === 'countBands' ? rule.bands : USUAL_BANDS
}

/** Lines of items under the line that heads them. */
function headed(table: string): { head: string[]; items: string[][] }[] {
  const parts: { head: string[]; items: string[][] }[] = []
  for (const fields of linesOf(table)) {
    if (isItem(fields)) parts.at(-1)?.items.push(fields)
    else parts.push({ head: fields, items: [] })
  }
  return parts
}

/** Every checklist that ships, in the order of its table. */
export function readShippedChecklists(): ShippedChecklist[] {
  const shared = new Map(headed(SHARED_ITEMS).map(({ head, items }) => [head[0], items]))
  return headed(SHIPPED_CHECKLISTS).map(({ head, items }) => {
    const [code = '', name = '', category = '', protocol = '', groups = '', ownBands] = head
    const bands = bandsOf(ownBands)
    const common = groups.split(' ').flatMap((group) => shared.get(group) ?? [])
    return {
      code,
      name,
      category,
      protocol: protocol === NOTHING ? '' : protocol,
      items: [...common, ...items].map((fields) => itemOf(fields, bands)),
    }
  })
}
