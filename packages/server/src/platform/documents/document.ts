/** What a printable document is made of, before anybody says how it looks. */
export type Block =
  /** `numbered`: 一、（一）1. as the form wants it, counted by the writer */
  | {
      readonly kind: 'heading'
      readonly level: 1 | 2 | 3
      readonly text: string
      readonly numbered?: boolean
    }
  /** `lead` opens the paragraph in the typeface of a heading of the second level; `keepNext`: on one page with what follows */
  | { readonly kind: 'paragraph'; readonly text: Text; readonly lead?: string; readonly keepNext?: boolean }
  /** which annex the pages are (附件1), from the left edge */
  | { readonly kind: 'annex'; readonly text: string }
  /** the name of a table, picture or chart */
  | { readonly kind: 'caption'; readonly text: Text }
  /** who issues it and when, at the right (落款) */
  | { readonly kind: 'signature'; readonly lines: readonly string[] }
  | { readonly kind: 'pictures'; readonly pictures: readonly DocumentPicture[] }
  | DocumentTable
  | DocumentChart
  /** where the figures of the document come from (数据来源), each entry a bookmark that leads back to its figure */
  | { readonly kind: 'sources'; readonly entries: readonly SourceEntry[] }
  | { readonly kind: 'pageBreak' }

/**
 * A figure in a text (数据): a bookmark around a link to the entry of its source. `marked`: the number of the entry stands behind it,
 * small and raised.
 */
export type FigureRun = {
  readonly kind: 'figure'
  readonly text: string
  readonly source: number
  readonly marked: boolean
}
export type LinkRun = { readonly kind: 'link'; readonly text: string; readonly url: string }
export type Inline = string | FigureRun | LinkRun
export type Text = string | readonly Inline[]

export type SourceEntry = { readonly number: number; readonly text: Text }

/** A table; its headers, where it has any, are repeated at the top of every page. */
export type DocumentTable = {
  readonly kind: 'table'
  readonly columns: readonly DocumentColumn[]
  readonly rows: readonly (readonly Text[])[]
}

/** `width` is a part of the table's: the widths of a table need not add up to anything. */
export type DocumentColumn = {
  readonly header?: string
  readonly width: number
  readonly align?: 'left' | 'center' | 'right'
}

/** A photo with what it shows; pictures stand two in a row. Sizes in pixels. */
export type DocumentPicture = {
  readonly bytes: Buffer
  readonly type: 'jpg' | 'png'
  readonly width: number
  readonly height: number
  readonly caption: Text
}

/** A chart of columns that Word and WPS open with its numbers, to be edited (可编辑图表). */
export type DocumentChart = {
  readonly kind: 'chart'
  readonly title: string
  readonly categories: readonly string[]
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[]
  readonly numberFormat: string
  /** where the axis ends; left out, as the numbers want it */
  readonly most?: number
}

/** Pages that lie one way. */
export type DocumentSection = { readonly landscape: boolean; readonly blocks: readonly Block[] }

/** The red head of an official document (版头): who issues it, under which number (发文字号). */
export type RedHead = { readonly issuer: string; readonly number: string }

export type PrintedDocument = DocumentSection & {
  readonly title: string
  /** under the title: for whom, of when */
  readonly subtitle?: string
  readonly redHead?: RedHead
  /** to whom it goes (主送机关); a colon is set behind it */
  readonly addressee?: string
  /** sections that follow the first, each on pages of its own */
  readonly further?: readonly DocumentSection[]
}
