import type { Block, DocumentSection, FigureRun, Inline, Text } from '../../../platform/documents/index.ts'
import { cellRun, type FigureTable, markOf, type PrintedFigure } from './figure-book.ts'
import type { Writing } from './opening.ts'

/** So many streets stand side by side on a page that lies on its side. */
const STREETS_ACROSS = 14

function piecesOf<T>(all: readonly T[], length: number): T[][] {
  const count = Math.ceil(all.length / length)
  // Even pieces: no page with one street on it.
  const even = Math.ceil(all.length / Math.max(count, 1))
  return Array.from({ length: count }, (_, at) => all.slice(at * even, (at + 1) * even))
}

/** The caption says that the numbers are percent. */
const withoutSign = (run: FigureRun): FigureRun => ({ ...run, text: run.text.replace('%', '') })

function matrixTable(table: FigureTable, columns: FigureTable['value']['columns'], itemWord: string): Block {
  return {
    kind: 'table',
    columns: [
      { header: itemWord, width: 40 },
      ...columns.map(({ name }) => ({ header: name, width: 11, align: 'center' as const })),
    ],
    rows: table.value.rows.map((row): Text[] => [
      row.name,
      ...columns.map(({ id }) => [withoutSign(cellRun(table, row, id, false))]),
    ]),
  }
}

/** Every item by every street, on pages that lie on their side (附件1). */
export function matrixAnnex({ say, book }: Writing): DocumentSection[] {
  const table = book.table('score.matrix')
  if (!table || table.value.columns.length === 0) return []
  const pieces = piecesOf(table.value.columns, STREETS_ACROSS)
  const caption: Block = {
    kind: 'caption',
    text: [
      say(
        table.value.columns[0]?.unit === 'points'
          ? 'briefing.table.matrixOfProblems'
          : 'briefing.table.matrix',
      ),
      markOf(table),
    ],
  }
  const blocks = pieces.flatMap((columns, at): Block[] => [
    ...(at === 0 ? [] : [{ kind: 'pageBreak' as const }]),
    matrixTable(table, columns, say('briefing.item')),
  ])
  return [
    { landscape: true, blocks: [{ kind: 'annex', text: say('briefing.annexMatrix') }, caption, ...blocks] },
  ]
}

/** What a figure is, its question in words, how far the ledger had come, and where it opens. */
function entryText({ say, material }: Writing, { id, key, words, shown }: PrintedFigure): Inline[] {
  const value = shown === '' ? say('briefing.seeTable') : shown
  const { watermark, takenAt } = material
  return [
    say('briefing.source', { name: say(`figureName.${key}`), value, words, watermark, at: takenAt }),
    { kind: 'link', text: say('briefing.openInApp'), url: material.linkTo(id) },
  ]
}

/** Where every figure comes from (数据来源). */
export function sourcesAnnex(writing: Writing, isSecond: boolean): DocumentSection {
  const { say, book, material } = writing
  const rounds = material.rounds.map(({ name }) => name).join(say('briefing.and'))
  return {
    landscape: false,
    blocks: [
      { kind: 'annex', text: say(isSecond ? 'briefing.annexSourcesSecond' : 'briefing.annexSources') },
      { kind: 'paragraph', text: say('briefing.text.sources', { rounds }) },
      {
        kind: 'sources',
        entries: book.figures.map((figure) => ({ number: figure.number, text: entryText(writing, figure) })),
      },
    ],
  }
}
