import './comparison.css'
import { wordDifferences } from './word-differences.ts'

/** Two wordings as one text: what went is struck through, what came is marked. */
export function WordChanges({ before, after }: { before: string; after: string }) {
  return wordDifferences(before, after).map(({ kind, text }, place) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text have their place and nothing else
    if (kind === 'gone') return <del key={place}>{text}</del>
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    if (kind === 'come') return <ins key={place}>{text}</ins>
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    return <span key={place}>{text}</span>
  })
}
