import { Bookmark, ExternalHyperlink, InternalHyperlink, type ParagraphChild, TextRun } from 'docx'
import type { FigureRun, Inline, Text } from './document.ts'
import type { Face } from './typeface.ts'

/** How the words of a paragraph look. */
export type Look = {
  readonly font: Face
  /** half points */
  readonly size: number
  readonly characterSpacing?: number
  readonly bold?: boolean
}

export const anchorOfSource = (number: number): string => `source_${number}`

/** Bookmarks of figures: a figure that is printed twice needs two names. */
export class FigureAnchors {
  readonly #printed = new Map<number, number>()

  next(source: number): string {
    const count = (this.#printed.get(source) ?? 0) + 1
    this.#printed.set(source, count)
    return count === 1 ? `figure_${source}` : `figure_${source}_${count}`
  }

  /** Where the figure stands first; null when it was not printed. */
  first(source: number): string | null {
    return this.#printed.has(source) ? `figure_${source}` : null
  }
}

function figureRun({ text, source, marked }: FigureRun, look: Look, anchors: FigureAnchors): Bookmark {
  const words = [new TextRun({ text, ...look })]
  const mark = marked ? [new TextRun({ text: `[${source}]`, ...look, superScript: true })] : []
  const link = new InternalHyperlink({ anchor: anchorOfSource(source), children: [...words, ...mark] })
  return new Bookmark({ id: anchors.next(source), children: [link] })
}

function runOf(part: Inline, look: Look, anchors: FigureAnchors): ParagraphChild {
  if (typeof part === 'string') return new TextRun({ text: part, ...look })
  if (part.kind === 'figure') return figureRun(part, look, anchors)
  const text = new TextRun({ text: part.text, ...look, underline: {} })
  return new ExternalHyperlink({ link: part.url, children: [text] })
}

/** The runs of a text. */
export const runsOf = (text: Text, look: Look, anchors: FigureAnchors): ParagraphChild[] =>
  (typeof text === 'string' ? [text] : text).map((part) => runOf(part, look, anchors))

/** A text as lines: where a plain text has a line break, a new paragraph begins. */
export const linesOf = (text: Text): Text[] => (typeof text === 'string' ? text.split('\n') : [text])
