import { type Finding, flaw } from '@chuangcheng/domain'
import type { ImportContext, ImportRow } from '../../imports/index.ts'
import type { CHECKLIST_COLUMNS, ChecklistField } from './columns.ts'

export type Row = ImportRow<typeof CHECKLIST_COLUMNS>
export type Context = ImportContext<ChecklistField>

/** A checklist as a file says it: its code, and the rows of its items. */
export type SaidChecklist = { readonly code: string; readonly rows: readonly Row[] }

/** Columns that speak of the checklist as a whole, whatever row they stand in. */
const HEAD_FIELDS = ['checklistName', 'kind', 'siteTypes', 'checklistProtocol'] as const
type HeadField = (typeof HEAD_FIELDS)[number]

/** What a checklist's rows say of it as a whole: the first that says anything. */
export function headOf(
  { rows }: SaidChecklist,
  field: HeadField,
): { readonly line: number; readonly value: string } | null {
  const row = rows.find(({ values }) => values[field] !== null)
  const value = row?.values[field] ?? null
  return row === undefined || value === null ? null : { line: row.line, value }
}

/** Rows by checklist; a row without a code belongs to the checklist of the row above, as under merged cells. */
export function sortByChecklist(
  rows: readonly Row[],
  context: Context,
): { said: SaidChecklist[]; findings: Finding[] } {
  const byCode = new Map<string, Row[]>()
  const findings: Finding[] = []
  let code: string | null = null
  for (const row of rows) {
    code = row.values.checklistCode?.replace(/\s+/gu, '') ?? code
    if (code === null)
      findings.push(context.error(row.line, 'checklistCode', flaw('required', { column: '检查表编码' })))
    else addTo(byCode, code, row)
  }
  return { said: [...byCode].map(([each, its]) => ({ code: each, rows: its })), findings }
}

/** Rows that say something else of the checklist than its first row. */
export function contradictions(said: SaidChecklist, context: Context): Finding[] {
  return HEAD_FIELDS.flatMap((field) => {
    const head = headOf(said, field)
    if (!head) return []
    return said.rows
      .filter(({ values }) => values[field] !== null && values[field] !== head.value)
      .map(({ line }) =>
        context.error(line, field, flaw('checklist-differs', { value: said.code, line: head.line })),
      )
  })
}

/** Codes of items that come twice in a checklist. */
export function repeatedItems({ rows }: SaidChecklist, context: Context): Finding[] {
  const lines = new Map<string, number>()
  return rows.flatMap(({ line, values: { itemCode } }) => {
    if (itemCode === null) return []
    const first = lines.get(itemCode)
    if (first === undefined) lines.set(itemCode, line)
    return first === undefined
      ? []
      : [context.error(line, 'itemCode', flaw('duplicate-in-file', { value: itemCode, line: first }))]
  })
}

function addTo(byCode: Map<string, Row[]>, code: string, row: Row): void {
  const rows = byCode.get(code)
  if (rows) rows.push(row)
  else byCode.set(code, [row])
}
