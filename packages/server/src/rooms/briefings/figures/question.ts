import type { FigureParams, FigureValue, KeptCase } from '@chuangcheng/domain'
import type { FigureSource } from './source.ts'

/**
 * A question with a name (数据口径). Over the ledger it is asked again at any watermark; over cases, which go on, it first says which of them
 * to keep, and answers from those.
 */
export type Question =
  | {
      readonly over: 'ledger'
      readonly take: (source: FigureSource, params: FigureParams) => Promise<FigureValue>
    }
  | {
      readonly over: 'cases'
      readonly keep: (cases: readonly KeptCase[]) => readonly KeptCase[]
      readonly take: (kept: readonly KeptCase[]) => FigureValue
    }

export const count = (number: number): FigureValue => ({
  kind: 'number',
  unit: 'count',
  exact: String(number),
})

/** Rows by their own keys; the first of each gives its name. */
export function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group) group.push(row)
    else groups.set(keyOf(row), [row])
  }
  return groups
}
