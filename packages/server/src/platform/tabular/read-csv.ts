import { Problem } from '@chuangcheng/domain'
import { RowCollector, textCell } from './collect-rows.ts'
import { CsvRecords } from './csv-records.ts'
import { decodedText, detectEncoding } from './decode-text.ts'
import { splitHeader } from './header-row.ts'
import type { ReadOrder, Table } from './table.ts'

const SEPARATORS = [',', ';', '\t'] as const
const SAMPLE_LENGTH = 16_384

/** The separator that cuts the first lines most often; inside quotes nothing counts. */
function separatorOf(sample: string): ',' | ';' | '\t' {
  const unquoted = sample.replace(/"(?:[^"]|"")*"?/gu, '')
  const lines = unquoted.split(/\r\n|\n|\r/u).slice(0, 20)
  const counts = SEPARATORS.map((separator) =>
    lines.reduce((sum, line) => sum + (line.includes(separator) ? line.split(separator).length - 1 : 0), 0),
  )
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ','
}

/** Reads just enough text to sample, then hands out all of it. */
async function sampled(
  text: AsyncGenerator<string>,
): Promise<{ sample: string; all: AsyncGenerator<string> }> {
  let sample = ''
  let ended = false
  while (sample.length < SAMPLE_LENGTH && !ended) {
    const next = await text.next()
    if (next.done) ended = true
    else sample += next.value
  }
  async function* all(): AsyncGenerator<string> {
    if (sample !== '') yield sample
    yield* text
  }
  return { sample, all: all() }
}

/** `'=…` is how {@link writeCsv} and careful people keep a spreadsheet from executing text; the mark is not part of the text. */
const withoutGuard = (text: string): string => (/^'+[=+\-@\t\r]/u.test(text) ? text.slice(1) : text)

/**
 * Reads CSV (逗号分隔文件): UTF-8, GB18030 or UTF-16 by content; `,` `;` or tab; quoted line breaks. A row's line is the row number a
 * spreadsheet shows, so a quoted line break does not start a new one.
 */
export async function readCsv(order: ReadOrder): Promise<Table> {
  const encoding = await detectEncoding(order)
  const { sample, all } = await sampled(decodedText(order, encoding))
  const collector = new RowCollector(order)
  const records = new CsvRecords(separatorOf(sample), (fields) => {
    collector.add(
      records.count,
      fields.map((text) => textCell(withoutGuard(text))),
    )
  })
  for await (const piece of all) {
    // NUL in UTF-16 text; in other encodings detectEncoding has looked already.
    if (piece.includes('\u0000')) throw new Problem('import.not-a-table', { file: order.fileName })
    records.feed(piece)
  }
  if (!records.end())
    throw new Problem('import.quote-open', { file: order.fileName, line: records.count + 1 })
  return { format: 'csv', encoding, ...splitHeader(collector.rows, order) }
}
