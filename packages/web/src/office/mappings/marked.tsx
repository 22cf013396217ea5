import { commonParts } from './common-parts.ts'

/** A text with the words it shares with another. */
export function Marked({ text, other }: { text: string; other: string }) {
  let at = 0
  return commonParts(text, other).map((part) => {
    const key = at
    at += part.text.length
    return part.common ? <mark key={key}>{part.text}</mark> : <span key={key}>{part.text}</span>
  })
}
