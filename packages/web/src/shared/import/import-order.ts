import { useQuery } from '@tanstack/react-query'
import { call, type Response } from '../api/client.ts'
import type { Columns, Datum } from './file-columns.ts'

/** What can be imported; the word is part of the operations' names. */
export type ImportKind =
  | 'Sites'
  | 'SiteTypes'
  | 'Areas'
  | 'AreaBoundaries'
  | 'Organizations'
  | 'Users'
  | 'Duties'
  | 'Checklists'

export type ImportResult = Response<'importSites'>

/** What the person has settled in the step of the columns. */
export type Choices = {
  readonly sheet: string | undefined
  readonly columns: Columns
  readonly datum: Datum | null
}

/** Reads headers and first rows of a stored file; a sheet other than the first is read anew. */
export const usePreview = (kind: ImportKind, fileId: string, sheet: string | undefined) =>
  useQuery({
    queryKey: ['import-preview', kind, fileId, sheet],
    queryFn: ({ signal }) =>
      call(`preview${kind}Import`, { body: { fileId, ...(sheet !== undefined && { sheet }) }, signal }),
    // A stored file does not change.
    staleTime: Number.POSITIVE_INFINITY,
  })

export type Order = { readonly fileId: string; readonly choices: Choices; readonly dryRun: boolean }

/** Tries or runs an import with what the person settled. */
export const sendImport = (kind: ImportKind, { fileId, choices, dryRun }: Order): Promise<ImportResult> =>
  call(`import${kind}`, {
    body: {
      fileId,
      columns: choices.columns,
      dryRun,
      ...(choices.sheet !== undefined && { sheet: choices.sheet }),
      ...(choices.datum !== null && { datum: choices.datum }),
    },
  })
