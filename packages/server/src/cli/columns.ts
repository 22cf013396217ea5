/** Chinese characters and full-width signs take two places on a terminal. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u

const widthOf = (text: string): number =>
  Array.from(text).reduce((width, character) => width + (WIDE.test(character) ? 2 : 1), 0)

const MOST_WIDE = 60

/** What does not fit is cut, and shows that it was. */
function cut(text: string): string {
  if (widthOf(text) <= MOST_WIDE) return text
  let [kept, width] = ['', 0]
  for (const character of text) {
    width += widthOf(character)
    if (width > MOST_WIDE - 2) break
    kept += character
  }
  return `${kept}…`
}

const padded = (text: string, width: number, atEnd: boolean): string => {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)))
  return atEnd ? space + text : text + space
}

/** Rows of texts as lines in columns: the first column from the left, the others from the right. */
export function inColumns(rows: readonly (readonly string[])[]): string[] {
  const lines = rows.map(([first = '', ...rest]) => [cut(first), ...rest])
  const widths = lines.reduce<number[]>((most, line) => {
    line.forEach((text, index) => {
      most[index] = Math.max(most[index] ?? 0, widthOf(text))
    })
    return most
  }, [])
  return lines.map((line) =>
    line
      .map((text, index) => padded(text, widths[index] ?? 0, index > 0))
      .join('  ')
      .trimEnd(),
  )
}
