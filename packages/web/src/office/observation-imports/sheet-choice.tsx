import { m } from '@chuangcheng/messages'
import { Checkbox } from 'antd'
import { formatCount } from '../../shared/language/format.ts'
import type { ChosenSheet, SheetPreview } from './order.ts'

type Props = {
  workbooks: readonly { readonly fileId: string; readonly preview: SheetPreview }[]
  chosen: readonly ChosenSheet[]
  onChosen: (chosen: readonly ChosenSheet[]) => void
}

/** Which sheets of the files are read; a file of one sheet is read anyhow. */
export function SheetChoice({ workbooks, chosen, onChosen }: Props) {
  return (
    <ul className="sheet-choice">
      {workbooks.map(({ fileId, preview }) => (
        <li key={fileId}>
          <span>
            {m['office.import.columns.read']({
              name: preview.fileName,
              count: formatCount(preview.rowCount),
            })}
          </span>
          {preview.sheets.length > 1 && (
            <Checkbox.Group
              aria-label={m['office.observations.import.columns.sheets']()}
              options={preview.sheets.map((sheet) => ({ value: sheet, label: sheet }))}
              value={chosen
                .filter((one) => one.fileId === fileId)
                .map(({ sheet }) => sheet ?? preview.sheets[0] ?? '')}
              onChange={(picked) =>
                onChosen([
                  ...chosen.filter((one) => one.fileId !== fileId),
                  ...preview.sheets
                    .filter((sheet) => picked.includes(sheet))
                    .map((sheet) => ({ fileId, sheet })),
                ])
              }
            />
          )}
        </li>
      ))}
    </ul>
  )
}
