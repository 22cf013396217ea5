import { type FigureKey, type FigureRow, type FigureValue, shownNumber } from '@chuangcheng/domain'
import type { FigureRun } from '../../../platform/documents/index.ts'

/** A figure that is about to be printed. */
export type PrintedFigure = {
  readonly id: string
  /** in the source annex, from 1 */
  readonly number: number
  readonly key: FigureKey
  /** the question in words */
  readonly words: string
  readonly shown: string
  readonly value: FigureValue
}

export type FigureTable = PrintedFigure & { readonly value: Extract<FigureValue, { kind: 'table' }> }

/** The figures of a briefing, by the questions they answer. */
export class FigureBook {
  readonly figures: readonly PrintedFigure[]
  readonly #byKey: ReadonlyMap<FigureKey, PrintedFigure>

  constructor(figures: readonly PrintedFigure[]) {
    this.figures = figures
    this.#byKey = new Map(figures.map((figure) => [figure.key, figure]))
  }

  has(key: FigureKey): boolean {
    return this.#byKey.has(key)
  }

  /** A number, with its mark. */
  run(key: FigureKey): FigureRun {
    const figure = this.#byKey.get(key)
    if (!figure) throw new Error(`the figure ${key} was not taken`)
    return { kind: 'figure', text: figure.shown, source: figure.number, marked: true }
  }

  /** A table that was taken; null when it has no rows. */
  table(key: FigureKey): FigureTable | null {
    const figure = this.#byKey.get(key)
    return figure?.value.kind === 'table' && figure.value.rows.length > 0
      ? { ...figure, value: figure.value }
      : null
  }
}

/** The mark of a figure behind a caption, without words of its own. */
export const markOf = ({ number }: PrintedFigure): FigureRun => ({
  kind: 'figure',
  text: '',
  source: number,
  marked: true,
})

/** A number in a row of a table. */
export function cellRun(table: FigureTable, row: FigureRow, column: string, marked: boolean): FigureRun {
  const at = table.value.columns.findIndex(({ id }) => id === column)
  const unit = table.value.columns[at]?.unit ?? 'count'
  return {
    kind: 'figure',
    text: shownNumber(row.cells[at] ?? null, unit),
    source: table.number,
    marked,
  }
}
