import type { FigureRun, Inline } from '../../../platform/documents/index.ts'

/** Words in the language of whoever makes the briefing. */
export type Say = (key: string, inputs?: Readonly<Record<string, string | number>>) => string

/** No text of ours holds it: between two of them stands the place of a figure. */
const MARK = '\u0001'

/** A sentence of the catalog with figures in it: each is printed with its bookmark where the sentence names it. */
export function sentence(
  say: Say,
  key: string,
  inputs: Readonly<Record<string, string | number | FigureRun>>,
): Inline[] {
  const figures: FigureRun[] = []
  const plain = Object.fromEntries(
    Object.entries(inputs).map(([name, input]) => {
      if (typeof input !== 'object') return [name, input]
      figures.push(input)
      return [name, `${MARK}${figures.length - 1}${MARK}`]
    }),
  )
  return say(key, plain)
    .split(MARK)
    .map((part, at): Inline => (at % 2 === 0 ? part : (figures[Number(part)] ?? '')))
    .filter((part) => part !== '')
}
