import { narrow } from './sheet-values.ts'

const WHERE_CODE_ENDS = '(?=[\\s、.．,，:：]|[\\p{Script=Han}“《（(【]|$)'
/** 1-2-01 · Ⅰ-1 · A1.2 · Ⅰ-A-3: says the place in the whole tree. */
const PATH = new RegExp(
  `^((?:[A-Z]{1,2}|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]|[IVX]{1,4})?\\d*(?:[-.－—][A-ZⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]?\\d*)+|[A-Z]\\d{1,5}|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ])${WHERE_CODE_ENDS}[\\s、.．,，:：]*`,
  'u',
)
/** 一、 · (一) · 1. · ① · 第一部分: says the place among siblings only. */
const ORDINAL =
  /^(?:[(（](?:[一二三四五六七八九十百]+|\d{1,3})[)）]|第[一二三四五六七八九十百\d]+(?:部分|类|项|章|条|板块)[、.．:：\s]+|[一二三四五六七八九十百]+[、.．]|\d{1,3}(?:[、．)）]|\.(?!\d))|[①-⑳])\s*/u

/** How many of the texts of a column must carry a code before it is taken off. */
const CONSISTENT = 0.8

export type CodeStyle = 'path' | 'ordinal' | 'none'

const startsWith = (pattern: RegExp, text: string): boolean => {
  const found = pattern.exec(narrow(text))
  return (
    found !== null &&
    found[0].length < text.length &&
    /\d|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ一二三四五六七八九十①-⑳]/u.test(found[0])
  )
}

/** Whether the texts of a column begin with codes, and with which sort, when nearly all of them do. */
export function codeStyleOf(texts: readonly string[]): CodeStyle {
  const filled = [...new Set(texts.filter((text) => text !== ''))]
  if (filled.length === 0) return 'none'
  const share = (pattern: RegExp): number =>
    filled.filter((text) => startsWith(pattern, text)).length / filled.length
  if (share(PATH) >= CONSISTENT) return 'path'
  return share(ORDINAL) >= CONSISTENT ? 'ordinal' : 'none'
}

/** A text without the code it begins with. An ordinal is no code: it comes again under every parent. */
export function splitCode(
  text: string,
  style: CodeStyle,
): { readonly code: string | null; readonly text: string } {
  if (style === 'none') return { code: null, text }
  const found = (style === 'path' ? PATH : ORDINAL).exec(narrow(text))
  if (!found || found[0].length >= text.length) return { code: null, text }
  const rest = text.slice(found[0].length).trim()
  return { code: style === 'path' ? (found[1] ?? null) : null, text: rest }
}

/** Codes made from places: 1, 1-1, 1-1-01; a criterion's last part has two digits, three where it has a hundred siblings. */
export class MadeCodes {
  readonly #taken: Set<string>
  readonly #last = new Map<string, number>()

  constructor(taken: Iterable<string>) {
    this.#taken = new Set(taken)
  }

  next(parentCode: string | null, digits: number): string {
    const stem = parentCode === null ? '' : `${parentCode}-`
    let number = this.#last.get(stem) ?? 0
    let code: string
    do {
      number++
      code = `${stem}${String(number).padStart(digits, '0')}`
    } while (this.#taken.has(code))
    this.#last.set(stem, number)
    this.#taken.add(code)
    return code
  }
}
