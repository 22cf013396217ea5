import type { KeptCase, PlannedSites, TallyDimension } from '@chuangcheng/domain'
import type { Reader } from '../../../platform/database/database.ts'
import { type Part, partsOf, readFoldedScore, readScoreAt, type Score } from '../../assessments/index.ts'
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

/** Rounds of one version. */
type Rounds = { readonly versionId: string; readonly roundIds: readonly string[] }

type ReadCases = () => Promise<readonly KeptCase[]>

function once<T>(read: () => Promise<T>): () => Promise<T> {
  let known: Promise<T> | undefined
  return () => {
    known ??= read()
    return known
  }
}

type Ledger = Rounds & { readonly watermark: number; readonly readScore: () => Promise<Score> }

function sourceOf(
  reader: Reader,
  { roundIds, watermark, readScore }: Ledger,
  cases: ReadCases,
): FigureSource {
  const score = once(readScore)
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

/** The ledger of rounds as far as it is folded now, from its tallies; `cases` says which cases figures over cases look at. */
export async function sourceNow(
  reader: Reader,
  rounds: Rounds,
  cases: ReadCases,
): Promise<{ readonly source: FigureSource; readonly watermark: number }> {
  const { score, watermark } = await readFoldedScore(reader, rounds)
  return {
    source: sourceOf(reader, { ...rounds, watermark, readScore: () => Promise.resolve(score) }, cases),
    watermark,
  }
}

/** The ledger as it stood at a watermark, counted anew from the observations, under the sites that were `planned` then. */
export const sourceAt = (
  reader: Reader,
  { planned, ...rounds }: Rounds & { readonly watermark: number; readonly planned: PlannedSites },
  cases: ReadCases,
): FigureSource =>
  sourceOf(
    reader,
    { ...rounds, readScore: () => readScoreAt(reader, rounds, rounds.watermark, planned) },
    cases,
  )
