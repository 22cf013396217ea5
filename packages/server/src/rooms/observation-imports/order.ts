import type { Finding, SheetLists } from '@chuangcheng/domain'
import type { ImportFile } from '../files/index.ts'
import type { NamedColumns } from '../imports/index.ts'
import type { NameDecision, UnknownName } from './names/said-names.ts'

/** A sheet of a file that is to be read, and where its columns stand. */
export type SheetToRead = {
  readonly file: ImportFile
  readonly sheet: string | undefined
  readonly columns: NamedColumns | undefined
}

/** Everything a person says of an import (导入要求): the trial and the import itself are the same order. */
export type ObservationOrder = {
  readonly roundId: string
  readonly newRound: { readonly name: string; readonly versionId?: string | undefined } | undefined
  readonly frameworkFromSheet: { readonly name: string; readonly label: string } | undefined
  readonly sheets: readonly SheetToRead[]
  readonly lists: SheetLists
  /** whose serial numbers these are; '' = nobody's in particular */
  readonly series: string
  /** where no criterion says so */
  readonly pointsPerSubItem: number
  /** most rows may name items that the framework does not have */
  readonly acceptUnknownItems: boolean
  readonly decisions: readonly NameDecision[]
  readonly dryRun: boolean
}

/** The round that the sheets go into, there already or to be made. */
export type TargetRound = {
  readonly id: string
  readonly name: string
  readonly versionId: string
  readonly startsOn: string
  readonly endsOn: string
  readonly isNew: boolean
}

/** Something found in one of several files. */
export type SheetFinding = Finding & { readonly file: string }

export type ObservationOutcome = {
  readonly dryRun: boolean
  readonly imported: boolean
  readonly round: Omit<TargetRound, 'versionId'>
  readonly framework: {
    readonly versionId: string
    readonly name: string
    readonly isNew: boolean
    readonly itemCount: number
    readonly subItemCount: number
  }
  readonly lists: SheetLists
  readonly sheets: readonly {
    readonly file: string
    readonly sheet: string | null
    readonly rowCount: number
  }[]
  readonly rowCount: number
  readonly leftOutCount: number
  readonly observationCount: number
  readonly supersededCount: number
  readonly recountedCount: number
  readonly unresolvedCount: number
  readonly unassignedCount: number
  readonly registeredCount: number
  readonly newStreetCount: number
  readonly newOrganizationCount: number
  readonly deductedPoints: number
  readonly findings: readonly SheetFinding[]
  readonly names: readonly (Omit<UnknownName, 'sheet' | 'field'> & { readonly file: string })[]
}
