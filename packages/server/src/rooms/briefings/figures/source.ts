import type { KeptCase, PlannedSites, TallyDimension } from '@chuangcheng/domain'
import type { Reader } from '../../../platform/database/database.ts'
import { type Part, partsOf, readScoreAt, type Score } from '../../assessments/index.ts'
import { listStandingAt, type StandingObservation } from '../../observations/index.ts'
import { type Loss, lossesOf } from './losses.ts'

/** What figures are taken from: the ledger as it stood at a watermark. Each thing is read once, however many figures need it. */
export type FigureSource = {
  readonly score: () => Promise<Score>
  readonly parts: (dimension: TallyDimension) => Promise<readonly Part[]>
  readonly standing: () => Promise<readonly StandingObservation[]>
  /** what was lost by each observation, the greatest loss first */
  readonly losses: () => Promise<readonly Loss[]>
  readonly cases: () => Promise<readonly KeptCase[]>
}

/** Rounds of one version, and how far their ledger had come. */
export type SourceOrder = {
  readonly versionId: string
  readonly roundIds: readonly string[]
  readonly watermark: number
  /** as planned when the figures were first taken; null = as planned now */
  readonly planned: PlannedSites | null
}

function once<T>(read: () => Promise<T>): () => Promise<T> {
  let known: Promise<T> | undefined
  return () => {
    known ??= read()
    return known
  }
}

/** The ledger of rounds at a watermark; `cases` says which cases figures over cases look at. */
export function sourceAt(
  reader: Reader,
  { versionId, roundIds, watermark, planned }: SourceOrder,
  cases: () => Promise<readonly KeptCase[]>,
): FigureSource {
  const score = once(() => readScoreAt(reader, { versionId, roundIds }, watermark, planned))
  const standing = once(() => listStandingAt(reader, roundIds, watermark))
  const parts = new Map<TallyDimension, Promise<readonly Part[]>>()
  return {
    score,
    parts: (dimension) => {
      const known = parts.get(dimension) ?? score().then((found) => partsOf(reader, dimension, found))
      parts.set(dimension, known)
      return known
    },
    standing,
    losses: once(async () => {
      const [found, rows] = await Promise.all([score(), standing()])
      return lossesOf(found, rows)
    }),
    cases: once(cases),
  }
}
