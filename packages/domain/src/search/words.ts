// Two-character words are what people type in Chinese; PostgreSQL's parsers know no Chinese words and pg_trgm cannot index two
// characters. So we index every single character and every pair, and whole runs of letters and digits.

const HAN_RUN = /[\p{Script=Han}]+/gu
const PLAIN_RUN = /[\p{L}\p{N}]+/gu

/** Full-width letters and digits to half-width, upper to lower case: what a person means, not what the keyboard made of it. */
export const foldText = (text: string): string => text.normalize('NFKC').toLowerCase()

const characters = (run: string): string[] => Array.from(run)
const pairs = (run: string): string[] => {
  const list = characters(run)
  return list.slice(1).map((character, index) => `${list[index]}${character}`)
}

const hanRuns = (folded: string): string[] => folded.match(HAN_RUN) ?? []
const plainRuns = (folded: string): string[] => folded.replace(HAN_RUN, ' ').match(PLAIN_RUN) ?? []

/** The words under which a text can be found, each once. */
export function indexWords(...texts: readonly (string | null | undefined)[]): string[] {
  const folded = foldText(texts.filter(Boolean).join(' '))
  const han = hanRuns(folded)
  return [...new Set([...han.flatMap(characters), ...han.flatMap(pairs), ...plainRuns(folded)])]
}

export type QueryWord = { readonly word: string; readonly prefix: boolean }

/** The words that must all be present for a query to match: pairs where there are pairs, single characters else; letters as prefixes. */
export function queryWords(query: string): QueryWord[] {
  const folded = foldText(query)
  const han = hanRuns(folded).flatMap((run) => (characters(run).length === 1 ? [run] : pairs(run)))
  return [
    ...[...new Set(han)].map((word) => ({ word, prefix: false })),
    ...[...new Set(plainRuns(folded))].map((word) => ({ word, prefix: true })),
  ]
}
