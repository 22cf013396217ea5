/** A piece of two texts put together: the same in both, only in the one before, or only in the one after. */
export type Piece = { readonly kind: 'same' | 'gone' | 'come'; readonly text: string }

const wordsOf = (text: string): string[] =>
  [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)].map(({ segment }) => segment)

/** What differs between two wordings, word by word; pieces of one kind that follow each other are one. */
export function wordDifferences(before: string, after: string): Piece[] {
  const from = wordsOf(before)
  const to = wordsOf(after)
  const lengths = commonLengths(from, to)
  const pieces: { kind: Piece['kind']; text: string }[] = []
  const put = (kind: Piece['kind'], text: string) => {
    const last = pieces.at(-1)
    if (last?.kind === kind) last.text += text
    else pieces.push({ kind, text })
  }
  let i = 0
  let j = 0
  while (i < from.length || j < to.length) {
    const gone = from[i]
    const come = to[j]
    if (gone !== undefined && gone === come) {
      put('same', gone)
      i++
      j++
    } else if (gone !== undefined && (come === undefined || isLonger(lengths, i, j))) {
      put('gone', gone)
      i++
    } else if (come !== undefined) {
      put('come', come)
      j++
    }
  }
  return pieces
}

/** True when leaving a word of the text before out keeps more in common than leaving one of the text after out. */
const isLonger = (lengths: readonly Uint16Array[], i: number, j: number): boolean =>
  (lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0)

/** Length of the longest common sequence of what follows, for every pair of places. */
function commonLengths(from: readonly string[], to: readonly string[]): Uint16Array[] {
  const lengths = Array.from({ length: from.length + 1 }, () => new Uint16Array(to.length + 1))
  for (let i = from.length - 1; i >= 0; i--) {
    for (let j = to.length - 1; j >= 0; j--) {
      const line = lengths[i]
      if (!line) continue
      line[j] =
        from[i] === to[j]
          ? (lengths[i + 1]?.[j + 1] ?? 0) + 1
          : Math.max(lengths[i + 1]?.[j] ?? 0, line[j + 1] ?? 0)
    }
  }
  return lengths
}
