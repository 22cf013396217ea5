import type { Locale } from '@chuangcheng/messages'
import { findText } from '../platform/http/problem-text.ts'

/** The language of the shell (LANG); Chinese unless it says English. */
export function shellLocale(env: NodeJS.ProcessEnv = process.env): Locale {
  const said = env.LC_ALL || env.LC_MESSAGES || env.LANG || ''
  return said.startsWith('en') ? 'en' : 'zh-CN'
}

/** A sentence of the command line, in the language of the shell: `cli.<key>` of the message catalog. */
export const sentence = (key: string, inputs: Record<string, unknown> = {}): string =>
  findText(shellLocale(), `cli.${key}`, inputs) ?? key

export const say = (text: string): void => console.log(text)
/** What is not the result: progress, warnings. Keeps the output of `--json` pure. */
export const remark = (text: string): void => console.error(text)
