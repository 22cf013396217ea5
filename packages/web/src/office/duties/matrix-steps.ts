import { DUTY_ROLES } from '@chuangcheng/domain'
import type { MatrixRow } from './matrix-rows.ts'

/** A cell of the matrix: its line, and the column: 0 the criterion, then the roles. */
export type Cell = { readonly id: string; readonly column: number }

/** The cell's element. */
export const cellId = ({ id, column }: Cell): string => `duty-${id}-${column}`

const LAST_COLUMN = DUTY_ROLES.length
const PAGE = 8

/** Which cell a key leads to; null for keys that do not move. */
export function cellAfter(key: string, rows: readonly MatrixRow[], cell: Cell | null): Cell | null {
  const place = Math.max(
    0,
    rows.findIndex(({ node }) => node.id === cell?.id),
  )
  const column = cell?.column ?? 0
  const lines: Readonly<Record<string, number>> = {
    ArrowDown: cell ? 1 : 0,
    ArrowUp: -1,
    PageDown: PAGE,
    PageUp: -PAGE,
    Home: -place,
    End: rows.length,
  }
  const columns: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 }
  const down = lines[key]
  const right = columns[key]
  if (down === undefined && right === undefined) return null
  const row = rows[Math.min(rows.length - 1, Math.max(0, place + (down ?? 0)))]
  if (!row) return null
  return { id: row.node.id, column: Math.min(LAST_COLUMN, Math.max(0, column + (right ?? 0))) }
}
