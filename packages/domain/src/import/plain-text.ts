const invisible = /[\u200B-\u200D\u2060\uFEFF\u00AD]/gu
/** Control characters but tab and line break, and halves of characters; PostgreSQL refuses NUL and halves. */
const control = /(?![\t\n])[\p{Cc}\p{Surrogate}]/gu
const blanks = /\s+/gu
/** Most Chinese names are; asking first makes comparing thousands of them several times faster. */
const alreadyComparable = /^[\u4E00-\u9FFF0-9a-z]*$/
/** Most texts hold nothing else; looking once is quicker than replacing twice. */
const nothingToTidy = /^[\t\n\u0020-\u007E\u3000-\u303F\u4E00-\u9FFF\uFF01-\uFF5E]*$/
const needsFolding = /[^\u0020-\u007E\u4E00-\u9FFF]/u

/** Text without characters nobody can see, without blanks (full-width ones too) at its ends. */
export const tidyText = (text: string): string =>
  nothingToTidy.test(text) ? text.trim() : text.replace(control, '').replace(invisible, '').trim()

/** Full-width letters, digits and signs (全角) as half-width ones; `−` and the like as `-`. */
export const halfWidth = (text: string): string =>
  needsFolding.test(text)
    ? tidyText(text.normalize('NFKC').replace(/[\u2010-\u2015\u2212]/gu, '-'))
    : text.trim()

/** How two names are compared (比较用的写法): half-width, lower case, without blanks. */
export const comparable = (text: string): string =>
  alreadyComparable.test(text) ? text : halfWidth(text).toLowerCase().replace(blanks, '')
