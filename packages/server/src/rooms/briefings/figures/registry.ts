import type { FigureKey, FigureParams, FigureValue, KeptCase } from '@chuangcheng/domain'
import { CASE_QUESTIONS } from './case-questions.ts'
import type { Question } from './question.ts'
import { ROUND_QUESTIONS } from './round-questions.ts'
import { SCORE_QUESTIONS } from './score-questions.ts'
import type { FigureSource } from './source.ts'
import { TYPICAL_QUESTIONS } from './typical.ts'

/** Every question a figure can answer, by its name. */
const QUESTIONS: Readonly<Record<FigureKey, Question>> = {
  ...ROUND_QUESTIONS,
  ...SCORE_QUESTIONS,
  ...TYPICAL_QUESTIONS,
  ...CASE_QUESTIONS,
}

/** An answer, with the rows to keep where they may change. */
export type Taken = { readonly value: FigureValue; readonly rows: readonly KeptCase[] | null }

/** Ask a question for the first time. */
export async function take(source: FigureSource, key: FigureKey, params: FigureParams): Promise<Taken> {
  const question = QUESTIONS[key]
  if (question.over === 'ledger') return { value: await question.take(source, params), rows: null }
  const rows = question.keep(await source.cases())
  return { value: question.take(rows), rows }
}

/** Ask again: over cases from the rows that were kept, else from the ledger. */
export async function takeAgain(
  source: FigureSource,
  { key, params, rows }: { key: FigureKey; params: FigureParams; rows: readonly KeptCase[] | null },
): Promise<FigureValue> {
  const question = QUESTIONS[key]
  return question.over === 'cases' ? question.take(rows ?? []) : question.take(source, params)
}
