import {
  addFact,
  emptyTally,
  NO_CRITERION,
  readTally,
  TALLY_DIMENSIONS,
  type Tally,
  type TallyDimension,
} from '@chuangcheng/domain'
import type { Reader } from '../../platform/database/database.ts'
import {
  type FactRow,
  factOf,
  listFactsAt,
  readFoldedRows,
  readStanding,
  type TallyRow,
} from './tally-queries.ts'

/** Tallies of one collection by criterion; NO_CRITERION holds what belongs to none. */
export type CollectionTallies = Map<string, Tally>

/** Tallies by collection. */
export type TalliesByCollection = Map<string, CollectionTallies>

export const tallyOfRow = ({ totals, district, subdistrict, siteType, organization }: TallyRow): Tally =>
  readTally({
    all: totals,
    parts: {
      district: district ?? {},
      subdistrict: subdistrict ?? {},
      siteType: siteType ?? {},
      organization: organization ?? {},
    },
  })

/** Stored tallies of collections; one that has none yet is there, empty. */
function byCollection(collectionIds: readonly string[], rows: readonly TallyRow[]): TalliesByCollection {
  const tallies: TalliesByCollection = new Map(collectionIds.map((id) => [id, new Map()]))
  for (const row of rows) tallies.get(row.collectionId)?.set(row.criterionId, tallyOfRow(row))
  return tallies
}

function tallyAt(tallies: TalliesByCollection, collectionId: string, criterionId: string | null): Tally {
  const ofCollection = tallies.get(collectionId) ?? new Map<string, Tally>()
  tallies.set(collectionId, ofCollection)
  const key = criterionId ?? NO_CRITERION
  const tally = ofCollection.get(key) ?? emptyTally()
  ofCollection.set(key, tally)
  return tally
}

/** Add what came and take out what was superseded. */
export function addChanges(tallies: TalliesByCollection, changes: readonly FactRow[]): void {
  for (const row of changes)
    addFact(tallyAt(tallies, row.collectionId, row.criterionId), factOf(row), row.sign)
}

/**
 * The tallies of collections as they stand now, what is not folded yet included; exact. Only the dimensions that are asked for are whole.
 */
export async function readTallies(
  reader: Reader,
  collectionIds: readonly string[],
  dimensions: readonly TallyDimension[] = TALLY_DIMENSIONS,
): Promise<TalliesByCollection> {
  const { tallies: rows, changes } = await readStanding(reader, collectionIds, dimensions)
  const tallies = byCollection(collectionIds, rows)
  addChanges(tallies, changes)
  return tallies
}

/** The tallies of collections as they are folded, and the watermark they stand at; what came since is not in them. */
export async function readFolded(
  reader: Reader,
  collectionIds: readonly string[],
): Promise<{ readonly tallies: TalliesByCollection; readonly watermark: number }> {
  const { tallies: rows, watermark } = await readFoldedRows(reader, collectionIds)
  const tallies = byCollection(collectionIds, rows)
  return { tallies, watermark }
}

/** The same as of a watermark, counted from the observations themselves: what a figure is taken from, and taken again. */
export async function readTalliesAt(
  reader: Reader,
  collectionIds: readonly string[],
  watermark: number,
): Promise<TalliesByCollection> {
  const tallies = byCollection(collectionIds, [])
  addChanges(tallies, await listFactsAt(reader, collectionIds, watermark))
  return tallies
}
