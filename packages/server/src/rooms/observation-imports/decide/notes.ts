import { type FindingCode, type FindingParams, flaw } from '@chuangcheng/domain'
import type { RowPlace } from '../names/said-names.ts'
import type { SheetFinding } from '../order.ts'
import type { OpenedTable } from '../sheet/open-table.ts'

type Named = { readonly file: string; readonly named: OpenedTable['named'] }
type Repeated = {
  readonly place: RowPlace
  readonly field: string | null
  count: number
  params: FindingParams
}

/**
 * Collects what is found in the rows of several sheets. What a long sheet says on every row is told once for each sheet, with the first row
 * and how many there are: a sentence for each would bury everything else.
 */
export class Notes {
  readonly #sheets: readonly Named[]
  readonly findings: SheetFinding[] = []
  readonly #repeated = new Map<string, Repeated & { readonly code: FindingCode }>()

  constructor(sheets: readonly Named[]) {
    this.#sheets = sheets
  }

  #add(
    severity: 'error' | 'warning',
    { sheet, line }: RowPlace,
    field: string | null,
    code: FindingCode,
    params: FindingParams,
  ): void {
    const { file = '', named } = this.#sheets[sheet] ?? {}
    const column = field === null ? null : (named?.[field] ?? null)
    this.findings.push({ line, column, severity, file, ...flaw(code, params) })
  }

  error(place: RowPlace, field: string | null, code: FindingCode, params: FindingParams = {}): void {
    this.#add('error', place, field, code, params)
  }

  warning(place: RowPlace, field: string | null, code: FindingCode, params: FindingParams = {}): void {
    this.#add('warning', place, field, code, params)
  }

  repeated(place: RowPlace, field: string | null, code: FindingCode, params: FindingParams = {}): void {
    const key = `${place.sheet} ${code}`
    const known = this.#repeated.get(key)
    if (known) known.count += 1
    else this.#repeated.set(key, { place, field, code, params, count: 1 })
  }

  /** Everything found, in the order of files and rows. */
  all(): SheetFinding[] {
    for (const { place, field, code, params, count } of this.#repeated.values())
      this.warning(place, field, code, { ...params, count })
    this.#repeated.clear()
    const order = new Map(this.#sheets.map(({ file }, index) => [file, index]))
    return this.findings.sort(
      (a, b) => (order.get(a.file) ?? 0) - (order.get(b.file) ?? 0) || a.line - b.line,
    )
  }
}
