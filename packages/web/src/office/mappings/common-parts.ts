export type TextPart = { readonly text: string; readonly common: boolean }

/** Shorter runs are alike by chance. */
const SHORTEST = 2
const WORD = /[\p{L}\p{N}]/u

/**
 * Cuts a text where it says the same as another: runs of at least two letters or digits that stand in both. Chinese has no spaces
 * between words, so runs of characters stand in for them.
 */
export function commonParts(text: string, other: string): TextPart[] {
  const parts: TextPart[] = []
  let rest = 0
  let at = 0
  while (at < text.length) {
    const length = commonRun(text, at, other)
    if (length < SHORTEST) {
      at += 1
      continue
    }
    if (at > rest) parts.push({ text: text.slice(rest, at), common: false })
    parts.push({ text: text.slice(at, at + length), common: true })
    at += length
    rest = at
  }
  if (rest < text.length) parts.push({ text: text.slice(rest), common: false })
  return parts
}

/** How long the run is that begins here and stands in the other text as well. */
function commonRun(text: string, from: number, other: string): number {
  let length = 0
  while (from + length < text.length) {
    const next = text[from + length]
    if (next === undefined || !WORD.test(next)) break
    if (!other.includes(text.slice(from, from + length + 1))) break
    length += 1
  }
  return length
}
