import { countAlongside } from '@chuangcheng/domain'
import type { NewObservation, Recounted, StandingBeside } from '../../observations/index.ts'
import type { StoredSheet } from '../queries.ts'
import type { Draft } from './observe.ts'

type Key = { readonly batchId: string; readonly number: number }

/** What an import makes of the observations that stand already (取代与重算). */
export type Superseding = {
  readonly added: readonly NewObservation[]
  readonly superseded: readonly Key[]
  readonly recounted: readonly Recounted[]
  /** serial numbers that spoke of another place or criterion before */
  readonly elsewhereCount: number
}

export type Upload = {
  readonly series: string
  readonly sheets: readonly Pick<StoredSheet, 'fileHash' | 'sheet'>[]
}

const aboutOf = ({ criterionId, subjectKey }: Pick<NewObservation, 'criterionId' | 'subjectKey'>): string =>
  `${criterionId ?? ''} ${subjectKey}`

/**
 * Decide which observations of a round are superseded: rows of the same serial numbers of the same series, and rows without numbers of the
 * very same sheet. What stays beside new ones, of sheets and of visits, is counted anew.
 */
export function supersede(
  standing: readonly StandingBeside[],
  stored: readonly StoredSheet[],
  { series, sheets }: Upload,
  drafts: readonly Draft[],
): Superseding {
  const sheetsById = new Map(stored.map((sheet) => [sheet.id, sheet]))
  const uploaded = new Set(sheets.map(({ fileHash, sheet }) => `${fileHash} ${sheet}`))
  const about = new Map<string, Set<string>>()
  for (const { observation } of drafts) {
    if (observation.serial === null) continue
    const known = about.get(observation.serial) ?? new Set()
    about.set(observation.serial, known.add(aboutOf(observation)))
  }
  const isSuperseded = ({ serial, sourceId }: StandingBeside): boolean => {
    const from = sheetsById.get(sourceId)
    if (serial !== null) return from?.series === series && about.has(serial)
    return from !== undefined && uploaded.has(`${from.fileHash} ${from.sheet}`)
  }
  const superseded = standing.filter(isSuperseded)
  const gone = new Set(superseded)
  const staying = standing.filter((one) => !gone.has(one))
  const { added, changed } = countAlongside(
    staying,
    drafts.map(({ observation }) => observation),
  )
  return {
    added: drafts.map(({ observation }, at) => ({ ...observation, alongside: added[at] ?? 1 })),
    superseded: superseded.map(({ batchId, number }) => ({ batchId, number })),
    recounted: changed.map(({ one, alongside }) => ({ ...one, alongside })),
    elsewhereCount: superseded.filter(
      (one) => one.serial !== null && !about.get(one.serial)?.has(aboutOf(one)),
    ).length,
  }
}
