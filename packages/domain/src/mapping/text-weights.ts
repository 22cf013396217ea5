import { foldText, indexWords } from '../search/words.ts'
import { RELATED_WORDS } from './related-words.ts'

/** A part of a text and how much it counts beside the others. */
export type WeighedText = { readonly text: string; readonly weight: number }

/** Words by their weight in one text, together of length 1. */
export type TextVector = ReadonlyMap<string, number>

const LEAST_WORD_LENGTH = 2

/** What a text consists of: words, or subjects. */
export type PartsOf = (text: string) => readonly string[]

/** Pairs of Chinese characters and whole words of other scripts; single characters say too little. */
export const wordsOf: PartsOf = (text) =>
  indexWords(text).filter((word) => Array.from(word).length >= LEAST_WORD_LENGTH)

/** The subjects a text speaks of, in whatever words. */
export const subjectsOf: PartsOf = (text) => {
  const folded = foldText(text)
  return RELATED_WORDS.flatMap((words) =>
    words.some((word) => folded.includes(word)) ? words.slice(0, 1) : [],
  )
}

function weigh(texts: readonly WeighedText[], partsOf: PartsOf): Map<string, number> {
  const weights = new Map<string, number>()
  for (const { text, weight } of texts) {
    for (const part of partsOf(text)) weights.set(part, Math.max(weights.get(part) ?? 0, weight))
  }
  return weights
}

/**
 * Texts as vectors in which rare words count more: a word's weight falls with the share of texts that hold it.
 * The likeness of two is the cosine between them, 0–1.
 */
export function vectorsOf(documents: readonly (readonly WeighedText[])[], partsOf: PartsOf): TextVector[] {
  const weighed = documents.map((texts) => weigh(texts, partsOf))
  const holders = new Map<string, number>()
  for (const words of weighed)
    for (const word of words.keys()) holders.set(word, (holders.get(word) ?? 0) + 1)
  const rarity = (word: string) => Math.log(1 + documents.length / (holders.get(word) ?? 1))
  return weighed.map((words) => {
    const raw = [...words].map(([word, weight]) => [word, weight * rarity(word)] as const)
    const length = Math.hypot(...raw.map(([, weight]) => weight))
    return new Map(raw.map(([word, weight]) => [word, weight / length]))
  })
}

/** For every vector of `left`, its products with those of `right` that share a word with it, by their place. */
export function products(
  left: readonly TextVector[],
  right: readonly TextVector[],
): ReadonlyMap<number, number>[] {
  const holders = new Map<string, { readonly at: number; readonly weight: number }[]>()
  for (const [at, vector] of right.entries()) {
    for (const [word, weight] of vector) {
      const known = holders.get(word)
      if (known) known.push({ at, weight })
      else holders.set(word, [{ at, weight }])
    }
  }
  return left.map((vector) => {
    const sums = new Map<number, number>()
    for (const [word, weight] of vector) {
      for (const other of holders.get(word) ?? [])
        sums.set(other.at, (sums.get(other.at) ?? 0) + weight * other.weight)
    }
    return sums
  })
}
