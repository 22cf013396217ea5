export type ColumnKind = 'text' | 'code' | 'number' | 'date' | 'choice'

/** One answer of a choice column (选项): `value` is stored, the names are what people write. */
export interface Choice {
  readonly value: string
  readonly zh: string
  readonly en: string
  readonly aliases?: readonly string[]
}

/** A column an importer understands (可导入的列). `code` keeps what looks like a number as text, e.g. 行政区划代码. */
export interface Column<Field extends string = string, Kind extends ColumnKind = ColumnKind> {
  readonly field: Field
  readonly zh: string
  readonly en: string
  /** Other headers people use for the same thing. */
  readonly aliases: readonly string[]
  readonly required: boolean
  readonly kind: Kind
  readonly choices?: readonly Choice[]
  /** In characters (code points), as PostgreSQL counts them. */
  readonly maxLength?: number
}

/** Which column of the file feeds which field (列映射); null: the file has none. */
export type ColumnMapping<Field extends string = string> = Record<Field, number | null>
