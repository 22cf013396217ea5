import { m } from '@chuangcheng/messages'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { formatCount } from '../language/format.ts'
import type { Step } from '../ui/page-header.tsx'
import type { ImportResult } from './import-order.ts'
import { StepSheet } from './step-sheet.tsx'

type Props = { result: ImportResult; next: readonly Step[]; onAgain: () => void }

export function DoneStep({ result, next, onAgain }: Props) {
  const { fileName, createdCount, changedCount, unchangedCount } = result
  return (
    <StepSheet
      title={m['office.import.done.title']()}
      actions={<Button onClick={onAgain}>{m['office.import.again']()}</Button>}
    >
      <p className="notice notice-done" role="status">
        {m['office.import.done.text']({
          name: fileName,
          created: formatCount(createdCount),
          changed: formatCount(changedCount),
          unchanged: formatCount(unchangedCount),
        })}
      </p>
      {next.length > 0 && (
        <>
          <h3>{m['office.import.done.next']()}</h3>
          <ul className="import-next">
            {next.map(({ label, link }) => (
              <li key={label}>
                <Link {...link}>{label}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </StepSheet>
  )
}
