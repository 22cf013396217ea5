import type { Block, DocumentColumn, Text } from '../../../platform/documents/index.ts'
import { cellRun, type FigureTable, markOf } from './figure-book.ts'
import type { Say } from './sentence.ts'

export const heading = (level: 1 | 2, text: string): Block => ({
  kind: 'heading',
  level,
  text,
  numbered: true,
})
export const paragraph = (text: Text): Block => ({ kind: 'paragraph', text })

/** Numbers the tables and pictures of a document, each kind from 1. */
export class Captions {
  readonly #say: Say
  #tables = 0
  #pictures = 0

  constructor(say: Say) {
    this.#say = say
  }

  table(name: string, table: FigureTable): Block {
    this.#tables += 1
    const text = this.#say('briefing.tableCaption', { number: this.#tables, name })
    return { kind: 'caption', text: [text, markOf(table)] }
  }

  picture(name: string): string {
    this.#pictures += 1
    return this.#say('briefing.pictureCaption', { number: this.#pictures, name })
  }
}

const wordOf = (say: Say, { id, name }: { id: string; name: string }): string =>
  name || say(`figureColumn.${id}`)

type TableOrder = {
  readonly name: string
  /** what the rows are */
  readonly rowsName: string
  /** the name's part of the width; every number takes 12 */
  readonly nameWidth: number
  readonly ranked: boolean
}

/** A figure that is a table, as it is printed: every number a bookmark that leads to its source. */
export function tableBlocks(
  table: FigureTable,
  { name, rowsName, nameWidth, ranked }: TableOrder,
  { say, captions }: { readonly say: Say; readonly captions: Captions },
): Block[] {
  const { columns, rows } = table.value
  const rank: DocumentColumn[] = ranked ? [{ header: say('briefing.rank'), width: 7, align: 'center' }] : []
  return [
    captions.table(name, table),
    {
      kind: 'table',
      columns: [
        ...rank,
        { header: rowsName, width: nameWidth },
        ...columns.map((column) => ({ header: wordOf(say, column), width: 12, align: 'center' as const })),
      ],
      rows: rows.map((row, at): Text[] => [
        ...(ranked ? [row.id === '' ? '' : String(at + 1)] : []),
        row.name || say('briefing.nobody'),
        ...columns.map(({ id }) => [cellRun(table, row, id, false)]),
      ]),
    },
  ]
}
