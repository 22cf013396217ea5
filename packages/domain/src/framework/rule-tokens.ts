/** A piece of a rule in words (计分规则文字): a word, or one of the marks between words. */
export type RuleToken = {
  readonly kind: 'word' | 'mark'
  readonly text: string
  /** stood in 「」: a word even where it looks like a number or says nothing */
  readonly quoted: boolean
}

/** Half-width signs that people type mean the same as ours. */
const MARKS: Readonly<Record<string, string>> = {
  '：': '：',
  ':': '：',
  '；': '；',
  ';': '；',
  '=': '=',
  '＝': '=',
  '→': '→',
  '（': '（',
  '(': '（',
  '）': '）',
  ')': '）',
  '{': '{',
  '｛': '{',
  '}': '}',
  '｝': '}',
}
const needsQuotes = /[：:；;=＝→（(）){｛}｝「」\n]|^\s|\s$|^$/u

/** A word as it is written: in 「」 where a mark stands in it. */
export const quoteWord = (word: string): string =>
  needsQuotes.test(word) ? `「${word.replaceAll('」', '」」')}」` : word

/** The tokens of a text, or null where a 「 is never closed. */
export function tokenizeRule(text: string): RuleToken[] | null {
  const tokens: RuleToken[] = []
  let plain = ''
  const endPlain = (): void => {
    const word = plain.trim()
    if (word !== '') tokens.push({ kind: 'word', text: word, quoted: false })
    plain = ''
  }
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at)
    if (character === '「') {
      const end = closingQuote(text, at + 1)
      if (end < 0) return null
      endPlain()
      tokens.push({ kind: 'word', text: text.slice(at + 1, end).replaceAll('」」', '」'), quoted: true })
      at = end
      continue
    }
    const mark = MARKS[character]
    if (mark === undefined) {
      plain += character
      continue
    }
    endPlain()
    tokens.push({ kind: 'mark', text: mark, quoted: false })
  }
  endPlain()
  return tokens
}

/** Where the quote ends that began before `from`; a doubled 」 stands for one. */
function closingQuote(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    if (text.charAt(at) !== '」') continue
    if (text.charAt(at + 1) !== '」') return at
    at++
  }
  return -1
}

/** The parts between ； outside of braces. */
export function fieldsOf(tokens: readonly RuleToken[]): RuleToken[][] {
  const fields: RuleToken[][] = [[]]
  let depth = 0
  for (const token of tokens) {
    if (token.kind === 'mark' && token.text === '{') depth++
    if (token.kind === 'mark' && token.text === '}') depth--
    if (token.kind === 'mark' && token.text === '；' && depth === 0) fields.push([])
    else fields.at(-1)?.push(token)
  }
  return fields.filter((field) => field.length > 0)
}

/** How a field is built, `w` for every word: `w=w→w`. */
export const shapeOf = (field: readonly RuleToken[]): string =>
  field.map((token) => (token.kind === 'word' ? 'w' : token.text)).join('')
