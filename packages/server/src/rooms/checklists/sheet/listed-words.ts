const needsQuotes = /[；;\n「」]/u

/** Several words in one cell, between semicolons; one that holds a semicolon itself stands in 「」. */
export const writeListed = (words: readonly string[]): string =>
  words.map((word) => (needsQuotes.test(word) ? `「${word.replaceAll('」', '」」')}」` : word)).join('；')

/** The words of a cell, between semicolons or line breaks. */
export function readListed(text: string): string[] {
  const words = text.match(/(?:「(?:[^」]|」」)*」|[^；;\n])+/gu) ?? []
  return words.map(plainWord).filter((word) => word !== '')
}

function plainWord(word: string): string {
  const trimmed = word.trim()
  const quoted = /^「((?:[^」]|」」)*)」$/u.exec(trimmed)?.[1]
  return quoted === undefined ? trimmed : quoted.replaceAll('」」', '」')
}
