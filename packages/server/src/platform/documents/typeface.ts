/** Chinese sizes of type (字号) in half points. */
export const SIZE = {
  /** 二号: the title */
  second: 44,
  /** 三号: the text */
  third: 32,
  /** 四号: page numbers */
  fourth: 28,
  /** 小四: short tables */
  smallFourth: 24,
  /** 五号: tables */
  fifth: 21,
} as const

/** 28.95 points a line: 22 lines fill the page (GB/T 9704-2012 §5.2.3), in twentieths of a point. */
export const LINE = 579

/** Between characters of the text: 28 of them fill a line of 156 mm (§5.2.3), in twentieths of a point. */
export const TEXT_SPACING = -5

/** The red of a head (§7.2.4). */
export const RED = 'FF0000'

const family = (eastAsia: string) => ({ ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia })

/**
 * Typefaces (字体) of GB/T 9704. A computer without 小标宋 takes another Song face by itself: Word looks for the nearest, and so does
 * LibreOffice.
 */
export const FACE = {
  title: family('方正小标宋简体'),
  text: family('仿宋_GB2312'),
  /** headings of the first level */
  black: family('黑体'),
  /** headings of the second level */
  regular: family('楷体_GB2312'),
  number: family('宋体'),
} as const
export type Face = (typeof FACE)[keyof typeof FACE]
