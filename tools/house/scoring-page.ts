import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { exactly, type Fraction, over } from '@chuangcheng/domain'
import { root } from './source-files.ts'

const page = readFileSync(join(root, 'docs/scoring.md'), 'utf8')

/** The worked examples of the page about scoring, in its order. What they hold is compared with the product by reckoning with it. */
export const workedExamples: readonly object[] = [...page.matchAll(/```json\n(?<text>[\s\S]*?)```/g)].map(
  (match) => JSON.parse(match.groups?.text ?? '') as object,
)

/** A number as people write it: `1.32` or `5/3`. */
export function written(text: string): Fraction {
  const [numerator = '', denominator = '1'] = text.split('/')
  return over(exactly(Number(numerator)), exactly(Number(denominator)))
}
