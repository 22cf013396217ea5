/** A whole number below a hundred: tens and ones around 十. */
const WRITTEN = /^(?<tens>[一二三四五六七八九])?(?<ten>十)?(?<ones>[零一二三四五六七八九])?$/u
const DIGITS = '零一二三四五六七八九'

const digitOf = (character: string | undefined): number =>
  character === undefined ? 0 : DIGITS.indexOf(character)

/** A whole number below a hundred written in characters (中文数字): 三, 十, 十二, 二十三; null where it is something else. */
export function readChineseNumber(text: string): number | null {
  const plain = text.replaceAll('〇', '零').replaceAll('两', '二')
  const { tens, ten, ones } = WRITTEN.exec(plain)?.groups ?? {}
  if (ten !== undefined) return (tens === undefined ? 1 : digitOf(tens)) * 10 + digitOf(ones)
  return plain.length === 1 && DIGITS.includes(plain) ? digitOf(plain) : null
}
