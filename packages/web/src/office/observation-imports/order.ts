import type { SheetLists } from '@chuangcheng/domain'
import { useQuery } from '@tanstack/react-query'
import { call, type Response } from '../../shared/api/client.ts'
import type { Columns } from '../../shared/import/file-columns.ts'

export type Outcome = Response<'importObservations'>
export type SheetPreview = Response<'previewObservationSheet'>
export type UnknownName = Outcome['names'][number]
export type Decision = NonNullable<UnknownName['decision']>

/** A file that is stored already. */
export type StoredFile = { readonly id: string; readonly name: string }

/** A sheet that is read: of a workbook by its name. */
export type ChosenSheet = { readonly fileId: string; readonly sheet: string | undefined }

/** The round that the sheets go into: one that is there, or a new one. */
export type RoundChoice = {
  readonly roundId: string
  readonly newRound?: { readonly name: string; readonly versionId?: string }
  readonly frameworkFromSheet?: { readonly name: string; readonly label: string }
}

/** What was uploaded, and where it goes. */
export type FilesSettled = { readonly files: readonly StoredFile[]; readonly round: RoundChoice }

/** How the sheets are to be read. */
export type ColumnsSettled = {
  readonly sheets: readonly { readonly fileId: string; readonly sheet?: string; readonly columns: Columns }[]
  readonly lists: SheetLists
  readonly pointsPerSubItem: number
  readonly series: string
  readonly hasOrganizations: boolean
}

/** What was said of names that the city does not have. */
export type NamesSettled = { readonly decisions: readonly Decision[]; readonly acceptUnknownItems: boolean }

export type Order = {
  readonly round: RoundChoice
  readonly columns: ColumnsSettled
  readonly names: NamesSettled
  readonly dryRun: boolean
}

/** Tries or runs the import with what the person settled. */
export const sendObservations = ({ round, columns, names, dryRun }: Order): Promise<Outcome> => {
  const { sheets, lists, pointsPerSubItem, series } = columns
  return call('importObservations', {
    body: {
      ...round,
      sheets: [...sheets],
      lists,
      pointsPerSubItem,
      series,
      decisions: [...names.decisions],
      acceptUnknownItems: names.acceptUnknownItems,
      dryRun,
    },
  })
}

/** What a sheet of a stored file holds. */
export const previewQuery = (fileId: string, sheet: string | undefined) => ({
  queryKey: ['observation-sheet', fileId, sheet ?? ''],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    call('previewObservationSheet', {
      body: { fileId, ...(sheet !== undefined && { sheet }) },
      signal,
    }),
  // A stored file does not change.
  staleTime: Number.POSITIVE_INFINITY,
})

/** What was imported into a round before. */
export const useImportedSheets = (roundId: string | undefined) =>
  useQuery({
    queryKey: ['rounds', roundId, 'observation-sheets'],
    queryFn: ({ signal }) => call('listObservationSheets', { params: { id: roundId ?? '' }, signal }),
    enabled: roundId !== undefined,
  })
