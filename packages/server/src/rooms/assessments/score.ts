import {
  type PlannedSites,
  type ScoreTree,
  type ScoringNode,
  scoreTree,
  sumTallies,
  type Tally,
  type TallyDimension,
} from '@chuangcheng/domain'
import type { Reader } from '../../platform/database/database.ts'
import { readFolded, readTallies, readTalliesAt } from '../observations/index.ts'
import { readPlannedSites } from './planned-queries.ts'
import { readScoredNodes } from './scored-nodes.ts'

/** A score with all that it was made from: what breakdowns and losses are made from too. */
export type Score = {
  readonly nodes: readonly ScoringNode[]
  readonly tallies: ReadonlyMap<string, Tally>
  readonly planned: PlannedSites
  readonly tree: ScoreTree
}

/** Rounds of one version. */
export type RoundsToScore = { readonly versionId: string; readonly roundIds: readonly string[] }

type ByCollection = ReadonlyMap<string, ReadonlyMap<string, Tally>>

/** Tallies of several rounds as those of one. */
function together(byCollection: ByCollection): Map<string, Tally> {
  const byCriterion = new Map<string, Tally[]>()
  for (const tallies of byCollection.values())
    for (const [criterionId, tally] of tallies)
      byCriterion.set(criterionId, [...(byCriterion.get(criterionId) ?? []), tally])
  return new Map([...byCriterion].map(([criterionId, tallies]) => [criterionId, sumTallies(tallies)]))
}

function scoreOf(nodes: readonly ScoringNode[], byCollection: ByCollection, planned: PlannedSites): Score {
  const tallies = together(byCollection)
  return { nodes, tallies, planned, tree: scoreTree(nodes, tallies, planned) }
}

/** The score of rounds as it stands now (实时得分); only the dimensions that are asked for can be broken down. */
export async function readScore(
  reader: Reader,
  { versionId, roundIds }: RoundsToScore,
  dimensions: readonly TallyDimension[] = [],
): Promise<Score> {
  const [nodes, tallies, planned] = await Promise.all([
    readScoredNodes(reader, versionId),
    readTallies(reader, roundIds, dimensions),
    readPlannedSites(reader, versionId, roundIds),
  ])
  return scoreOf(nodes, tallies, planned)
}

/** The score of rounds as far as the ledger is folded, and the watermark it stands at: what figures are taken from. */
export async function readFoldedScore(
  reader: Reader,
  { versionId, roundIds }: RoundsToScore,
): Promise<{ readonly score: Score; readonly watermark: number }> {
  const [nodes, { tallies, watermark }, planned] = await Promise.all([
    readScoredNodes(reader, versionId),
    readFolded(reader, roundIds),
    readPlannedSites(reader, versionId, roundIds),
  ])
  return { score: scoreOf(nodes, tallies, planned), watermark }
}

/**
 * The score of rounds as of a watermark, counted from the observations themselves: what a figure that is taken again must equal. Which
 * sites are planned may change later, so a figure keeps `planned` and hands it back.
 */
export async function readScoreAt(
  reader: Reader,
  { versionId, roundIds }: RoundsToScore,
  watermark: number,
  planned: PlannedSites,
): Promise<Score> {
  const [nodes, tallies] = await Promise.all([
    readScoredNodes(reader, versionId),
    readTalliesAt(reader, roundIds, watermark),
  ])
  return scoreOf(nodes, tallies, planned)
}
