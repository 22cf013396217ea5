import type { Readable } from 'node:stream'
import { type Cell, type ChecklistItem, Problem, writeAnswerWords } from '@chuangcheng/domain'
import type { Locale } from '@chuangcheng/messages'
import type { Reader } from '../../../platform/database/database.ts'
import { findText } from '../../../platform/http/problem-text.ts'
import { writeWorkbook } from '../../../platform/tabular/index.ts'
import { type ChecklistRow, listChecklists } from '../queries.ts'
import { listStandingVersions, type Version } from '../versions/queries.ts'
import { CHECKLIST_COLUMNS, type ChecklistField, GUESS_WORDS } from './columns.ts'
import { writeListed } from './listed-words.ts'

function cellsOf(
  checklist: ChecklistRow,
  version: Version,
  item: ChecklistItem,
  locale: Locale,
): Readonly<Record<ChecklistField, Cell>> {
  const word = (key: string) => findText(locale, key) ?? key
  return {
    checklistCode: checklist.code,
    checklistName: checklist.name,
    kind: word(`checklistKind.${checklist.kind}`),
    siteTypes: writeListed(checklist.siteTypes.map(({ name }) => name)),
    checklistProtocol: version.protocol,
    itemCode: item.code,
    text: item.text,
    dimension: item.dimension,
    answer: writeAnswerWords(item.answer),
    protocol: item.protocol,
    exemptions: writeListed(item.exemptions),
    photo: word(`photoRule.${item.photo}`),
    photoPurpose: item.photoPurpose,
    handOver: locale === 'en' ? (item.handOver ? 'Yes' : 'No') : item.handOver ? '是' : '否',
    weight: item.weight,
    guesses: writeListed(item.guesses.map((guess) => GUESS_WORDS[guess])),
  }
}

/**
 * Checklists as a workbook that imports back equal: of each its draft, or what is published where there is none.
 * @throws Problem not-found
 */
export async function checklistWorkbook(
  reader: Reader,
  checklistId: string | undefined,
  locale: Locale,
): Promise<Readable> {
  const checklists = await listChecklists(reader, { id: checklistId })
  if (checklistId !== undefined && checklists.length === 0)
    throw new Problem('not-found', { what: 'checklist' })
  // drafts come first: of a checklist with both, the published version is overwritten
  const versions = await listStandingVersions(reader, checklistId === undefined ? null : [checklistId])
  const latest = new Map([...versions].reverse().map((version) => [version.checklistId, version]))
  const rows = checklists.flatMap((checklist) => {
    const version = latest.get(checklist.id)
    return (version?.items ?? []).map((item) => {
      const cells = version && cellsOf(checklist, version, item, locale)
      return CHECKLIST_COLUMNS.map(({ field }): Cell => cells?.[field] ?? null)
    })
  })
  const headers = CHECKLIST_COLUMNS.map((column) => (locale === 'en' ? column.en : column.zh))
  return writeWorkbook([{ name: findText(locale, 'term.checklist') ?? 'checklists', headers, rows }])
}
