import { call, type Response } from '../../shared/api/client.ts'
import type { Columns } from '../../shared/import/file-columns.ts'

export type ImportOutcome = Response<'importFramework'>
export type FrameworkPreview = Response<'previewFrameworkImport'>

/** What the person has settled in the step of the columns. */
export type FileChoices = { readonly sheet: string | undefined; readonly columns: Columns }

type Order = {
  readonly versionId: string
  readonly fileId: string
  readonly choices: FileChoices
  readonly dryRun: boolean
}

/** Tries or runs the import with what the person settled. */
export const sendImport = ({ versionId, fileId, choices, dryRun }: Order): Promise<ImportOutcome> =>
  call('importFramework', {
    params: { id: versionId },
    body: {
      fileId,
      columns: choices.columns,
      dryRun,
      ...(choices.sheet !== undefined && { sheet: choices.sheet }),
    },
  })
