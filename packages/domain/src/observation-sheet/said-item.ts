import { nearestNames } from '../import/nearest-names.ts'
import { comparable, halfWidth, tidyText } from '../import/plain-text.ts'
import { readChineseNumber } from './chinese-number.ts'

/** Which item and sub-item a row means (行所指的测评项), taken apart as far as its words tell. */
export type SaidItem = {
  /** as it stands in the sheet, both columns together: what a person is asked about */
  readonly said: string
  readonly itemNumber: string | null
  readonly itemText: string
  readonly subNumber: string | null
  readonly subText: string
}

const CHINESE = '[零〇一二两三四五六七八九十]{1,3}'
const CODE = '(?:[A-Za-z]{1,3}[-.]?)?\\d+(?:[.-]\\d+)*'
/** A number at the beginning, and the sign that ends it: 12. · 12、 · (3) · 12.3 · 三、 · 第三项 */
const LEADING = new RegExp(
  `^(?:\\((?<inBrackets>${CODE}|${CHINESE})\\)|第(?<ordinal>\\d+|${CHINESE})(?:项|类|部分|章|条|款)|(?<chinese>${CHINESE})(?=[、.．\\s])|(?<code>${CODE}))[.、．:：,，)\\s]*`,
  'u',
)
/** A number at the end: (3) · 第3条 · 第三小项 · -3 · 3 */
const TRAILING = new RegExp(
  `\\s*(?:[(\\[【](?:第)?(?<inBrackets>\\d+|${CHINESE})(?:小?项|条|款|子项)?[)\\]】]|第(?<ordinal>\\d+|${CHINESE})(?:小?项|条|款|子项|点)|[-—_#.、]\\s*(?<dashed>\\d+)|(?<=[^\\d.\\s-])\\s*(?<bare>\\d+))$`,
  'u',
)

function numberOf(text: string | undefined): string | null {
  if (text === undefined) return null
  if (/\d/u.test(text)) return canonicalCode(text)
  const read = readChineseNumber(text)
  return read === null ? null : String(read)
}

/** How two codes are compared (比较用的编号): 12-3, １２．３ and 012.3 are 12.3. */
export const canonicalCode = (code: string): string =>
  halfWidth(code)
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((part) => part !== '')
    .map((part) => part.replace(/^0+(?=\d)/u, ''))
    .join('.')

/** Words as an item is compared by: without blanks, its number at the beginning and signs around it. */
export const bareWords = (text: string): string =>
  comparable(halfWidth(text).replace(LEADING, '')).replace(/^[、.:：,，;；()]+|[、.:：,，;；。]+$/gu, '')

/** Whether words of a sheet speak of this name: one holds the other, or they are much alike. */
export function speaksOf(words: string, name: string): boolean {
  const [said, known] = [bareWords(words), bareWords(name)]
  if (said === '' || known === '') return false
  return known.includes(said) || said.includes(known) || nearestNames(said, [known], 1).length > 0
}

type Taken = { readonly number: string | null; readonly rest: string }

function takeLeading(text: string): Taken {
  const { inBrackets, ordinal, chinese, code } = LEADING.exec(text)?.groups ?? {}
  const number = numberOf(inBrackets ?? ordinal ?? chinese ?? code)
  return number === null ? { number: null, rest: text } : { number, rest: text.replace(LEADING, '') }
}

function takeTrailing(text: string): Taken {
  const { inBrackets, ordinal, dashed, bare } = TRAILING.exec(text)?.groups ?? {}
  const number = numberOf(inBrackets ?? ordinal ?? dashed ?? bare)
  return number === null ? { number: null, rest: text } : { number, rest: text.replace(TRAILING, '') }
}

/** 12.3 as item 12, sub-item 3. */
function splitCode(code: string): { itemNumber: string; subNumber: string | null } {
  const at = code.lastIndexOf('.')
  return at === -1
    ? { itemNumber: code, subNumber: null }
    : { itemNumber: code.slice(0, at), subNumber: code.slice(at + 1) }
}

type Parts = Omit<SaidItem, 'said'>

/** Everything in one column: 12.3 · 12（3） · 12.停车场(3) · 三、市场 第2条 · 12.3 停车是否有序 */
function fromOneColumn(text: string): Parts {
  const leading = takeLeading(text)
  const trailing = takeTrailing(leading.rest)
  if (leading.number !== null && trailing.number === null && leading.number.includes('.')) {
    // A code of both: the words beside it are those of the sub-item.
    return { ...splitCode(leading.number), itemText: '', subText: leading.rest.trim() }
  }
  return {
    itemNumber: leading.number,
    itemText: trailing.rest.trim(),
    subNumber: trailing.number,
    subText: '',
  }
}

/** The number of a sub-item where it is a code of both: 12.3 beside item 12, or beside no number at all. */
function ownNumber(
  code: string,
  itemNumber: string | null,
): { itemNumber: string | null; subNumber: string } {
  const { itemNumber: above, subNumber } = splitCode(code)
  const isOfBoth = itemNumber === null || above === itemNumber || above.endsWith(`.${itemNumber}`)
  return subNumber === null || !isOfBoth ? { itemNumber, subNumber: code } : { itemNumber: above, subNumber }
}

/** The item in one column, its sub-item in another, each with a number, words, or both. */
function fromTwoColumns(item: string, subItem: string): Parts {
  const above = takeLeading(item)
  const below = takeLeading(subItem)
  const words = { itemText: above.rest.trim(), subText: below.rest.trim() }
  if (below.number === null) {
    const trailing = takeTrailing(words.itemText)
    const parts = { itemNumber: above.number, subNumber: trailing.number }
    return { ...parts, itemText: trailing.rest.trim(), subText: words.subText }
  }
  return { ...words, ...ownNumber(below.number, above.number) }
}

/**
 * Read which item and sub-item a row means (读取测评项): numbers and words in one column or in two, in any of the ways that assessors
 * write them. What cannot be told apart stays in the words.
 */
export function readItem(item: string | null, subItem: string | null): SaidItem {
  const [above, below] = [tidyText(item ?? ''), tidyText(subItem ?? '')].map((text) =>
    text.replace(/\s+/gu, ' '),
  )
  const said = [above, below].filter((text) => text !== undefined && text !== '').join(' / ')
  const parts =
    above && below
      ? fromTwoColumns(halfWidth(above), halfWidth(below))
      : fromOneColumn(halfWidth(above || below || ''))
  return { said, ...parts }
}
