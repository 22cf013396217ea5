import { m } from '@chuangcheng/messages'
import { Select } from 'antd'
import type { ReactNode } from 'react'
import { formatCount } from '../language/format.ts'

type Props = {
  preview: { fileName: string; rowCount: number; sheets: readonly string[]; encoding?: string | null }
  /** the sheet that is read */
  sheet: string
  onSheet: (sheet: string) => void
  /** what else is known of the file */
  children?: ReactNode
}

/** What was read, and from which sheet. */
export function FileFacts({
  preview: { fileName, rowCount, sheets, encoding },
  sheet,
  onSheet,
  children,
}: Props) {
  return (
    <div className="import-facts">
      <p>
        {m['office.import.columns.read']({ name: fileName, count: formatCount(rowCount) })}{' '}
        {encoding && m['office.import.columns.encoding']({ name: encoding })}
      </p>
      {sheets.length > 1 && (
        <Select
          className="import-sheet-select"
          prefix={m['office.import.columns.sheet']()}
          aria-label={m['office.import.columns.sheet']()}
          value={sheet}
          options={sheets.map((name) => ({ value: name, label: name }))}
          onChange={onSheet}
        />
      )}
      {children}
    </div>
  )
}

/** Headers of the file that nothing is read from. */
export function UnusedHeaders({ headers }: { headers: readonly string[] }) {
  if (headers.length === 0) return null
  return (
    <p className="import-note">
      {m['office.import.columns.unused']({ headers: headers.join(m['office.history.listComma']()) })}
    </p>
  )
}
