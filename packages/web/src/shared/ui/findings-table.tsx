import './data-table.css'
import './findings-table.css'
import { m } from '@chuangcheng/messages'
import { StatusTag } from './status-tag.tsx'

export type Finding = {
  /** Row as the person sees it in the file; 0 = the whole file. */
  readonly line: number
  readonly column: string | null
  readonly severity: 'error' | 'warning'
  readonly text: string
}

/** What is wrong in a file: in which row, in which column, and what to do. */
export function FindingsTable({ findings, total }: { findings: readonly Finding[]; total: number }) {
  return (
    <div className="table-scroll">
      <table className="plain-table findings-table">
        <caption className="visually-hidden">{m['office.findings.title']()}</caption>
        <thead>
          <tr>
            <th scope="col">{m['office.findings.line']()}</th>
            <th scope="col">{m['office.findings.column']()}</th>
            <th scope="col">{m['office.findings.severity']()}</th>
            <th scope="col">{m['office.findings.text']()}</th>
          </tr>
        </thead>
        <tbody>
          {findings.map((finding) => (
            <tr key={`${finding.line} ${finding.column} ${finding.text}`}>
              <LineCell line={finding.line} />
              <td data-head={m['office.findings.column']()}>{finding.column ?? '—'}</td>
              <td>
                {finding.severity === 'error' ? (
                  <StatusTag tone="alarm">{m['office.findings.error']()}</StatusTag>
                ) : (
                  <StatusTag tone="caution">{m['office.findings.warning']()}</StatusTag>
                )}
              </td>
              <td>{finding.text}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {total > findings.length && (
        <p className="data-table-pending">{m['office.findings.more']({ shown: findings.length, total })}</p>
      )}
    </div>
  )
}

const LineCell = ({ line }: { line: number }) =>
  line === 0 ? (
    <td>{m['office.findings.wholeFile']()}</td>
  ) : (
    <td data-head={m['office.findings.line']()}>{line}</td>
  )
