import type { ProblemCode, ProblemParams } from '@chuangcheng/domain'
import { type Locale, locales, m } from '@chuangcheng/messages'

type Message = (inputs: Record<string, unknown>, options: { locale: Locale }) => string
// The catalog is compiled with one type per message; codes are looked up by name, and a test proves that every one has its text.
const catalog = m as unknown as Readonly<Record<string, Message>>

/** The sentence under a key of the message catalog, or null where there is none. */
export function findText(locale: Locale, key: string, inputs: Record<string, unknown> = {}): string | null {
  return catalog[key]?.(inputs, { locale }) ?? null
}

/** Parameters that are words of the house (`what: 'site'`) are said in the reader's language. */
const WORDS: Readonly<Record<string, string>> = {
  what: 'term',
  level: 'areaLevel',
  parentLevel: 'areaLevel',
  permission: 'permission',
  role: 'role',
  state: 'caseState',
  step: 'caseStep',
}

/** Parameters as a person reads them, for the sentences of problems and findings. */
export const saidParams = (locale: Locale, params: ProblemParams): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      // a reason is said in words of its own: its value is the key of their text, which may name other parameters
      if (name === 'reason') return [name, findText(locale, String(value), params) ?? value]
      const family = WORDS[name]
      return [name, family ? (findText(locale, `${family}.${value}`) ?? value) : value]
    }),
  )

export const problemText = (locale: Locale, code: ProblemCode, params: ProblemParams): string =>
  findText(locale, `problem.${code}`, saidParams(locale, params)) ?? code

/** The language of an answer: the first of Accept-Language that we speak, else Chinese. */
export function localeOf(acceptLanguage: string | undefined): Locale {
  const wanted = (acceptLanguage ?? '').toLowerCase().split(',')
  for (const entry of wanted) {
    const tag = entry.split(';')[0]?.trim() ?? ''
    const spoken = locales.find((locale) => tag.startsWith(locale.slice(0, 2)))
    if (spoken) return spoken
  }
  return 'zh-CN'
}
