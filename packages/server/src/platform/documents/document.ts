/** What a printable document is made of, before anybody says how it looks. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** who issues it and when, at the right (落款) */
  | { readonly kind: 'signature'; readonly lines: readonly string[] }
  | DocumentTable

/** A table; its first row is repeated at the top of every page. */
export type DocumentTable = {
  readonly kind: 'table'
  readonly columns: readonly DocumentColumn[]
  readonly rows: readonly (readonly string[])[]
}

/** `width` is a part of the table's: the widths of a table need not add up to anything. */
export type DocumentColumn = {
  readonly header: string
  readonly width: number
  readonly align?: 'left' | 'center' | 'right'
}

export type PrintedDocument = {
  readonly title: string
  /** under the title: for whom, of when */
  readonly subtitle?: string
  readonly landscape: boolean
  readonly blocks: readonly Block[]
}
