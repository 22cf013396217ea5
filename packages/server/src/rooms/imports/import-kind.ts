import type { Actor, Cell, Column, Datum, Finding, Flaw, RowValues } from '@chuangcheng/domain'
import type { Reader, Tx } from '../../platform/database/database.ts'

/** A row of a file, its cells already read under the rules of the columns; null where empty or refused. */
export type ImportRow<Columns extends readonly Column[]> = {
  /** row number as the person sees it */
  readonly line: number
  readonly values: RowValues<Columns>
  /** a cell of it was refused, so some null is no empty cell; the refusal is among the findings already */
  readonly refused: boolean
  /** of a kind that reads features: the geometry as the file has it, unchecked */
  readonly geometry?: unknown
}

/** What `decide` may know beside the rows. */
export type ImportContext<Field extends string = string> = {
  /** who imports; null = the system (set-up, command line), which may write anywhere */
  readonly actor: Actor | null
  readonly datum: Datum
  /** Whether the file has a column for a field; what it has no column for stays as it is. */
  has(field: Field): boolean
  /** A finding about a field of a row, naming the column by its header in the file. */
  error(line: number, field: Field | null, flaw: Flaw): Finding
  warning(line: number, field: Field | null, flaw: Flaw): Finding
}

/** What would be written, and what was found. With an error among the findings nothing is written. */
export type Decision<Plan> = {
  readonly plan: Plan
  readonly findings: readonly Finding[]
  readonly createdCount: number
  readonly changedCount: number
  readonly unchangedCount: number
}

/** A kind of table that can be imported (导入类别). Declared by the room that owns the records. */
export type ImportKind<Columns extends readonly Column[] = readonly Column[], Plan = unknown> = {
  /** as in the endpoints' names: Sites, Users … */
  readonly kind: string
  /** what one record of it is called in the audit log: the import's own entry is `<subjectKind>.import` */
  readonly subjectKind: string
  readonly columns: Columns
  readonly needsDatum: boolean
  /** its file is GeoJSON with geometries of any sort, not a table; a row's line is the feature's number */
  readonly readsFeatures?: true
  decide(
    reader: Reader,
    rows: readonly ImportRow<Columns>[],
    context: ImportContext<Columns[number]['field']>,
  ): Promise<Decision<Plan>>
  apply(tx: Tx, plan: Plan): Promise<void>
}

/** Keeps the literal types of the columns while their rows' types are worked out from them. */
export const importKind = <const Columns extends readonly Column[], Plan>(
  kind: ImportKind<Columns, Plan>,
): ImportKind<Columns, Plan> => kind

/** A cell as a person would read it in a preview. */
export function shownCell(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  if (typeof cell === 'object') return cell.shown
  return String(cell)
}
