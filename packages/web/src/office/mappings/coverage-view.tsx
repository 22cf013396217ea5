import { m } from '@chuangcheng/messages'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { formatCount } from '../../shared/language/format.ts'
import { useMay } from '../../shared/session/session.ts'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { Panel } from '../../shared/ui/panel.tsx'
import { PlaceholderLines } from '../../shared/ui/placeholder-lines.tsx'
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx'
import { StatusTag } from '../../shared/ui/status-tag.tsx'
import { MakeTies } from './make-ties.tsx'
import { type Coverage, useCoverage } from './mapping-queries.ts'

type Unobserved = Coverage['unobserved'][number]

/** Both ways: criteria that no item observes, and items that feed no criterion. Each row leads to where it is mended. */
export function CoverageView({ versionId }: { versionId: string }) {
  const { data, error, isPending, refetch } = useCoverage(versionId)
  const mayEdit = useMay()('framework.edit')
  const [wanting, setWanting] = useState<Unobserved | null>(null)
  if (isPending) {
    return (
      <div className="sheet review-pending">
        <PlaceholderLines lines={8} />
      </div>
    )
  }
  if (!data) {
    return (
      <ProblemNotice
        error={error}
        action={<Button onClick={() => void refetch()}>{m['office.problem.again']()}</Button>}
      />
    )
  }
  const params = { versionId }
  return (
    <div className="panels-pair coverage">
      <Panel
        title={m['office.mappings.unobserved']()}
        flush
        aside={<Count rows={data.unobserved} text={m['office.mappings.criterionRows']} />}
      >
        <Rows
          rows={data.unobserved}
          empty={m['office.mappings.unobservedNone']()}
          action={(row) => {
            if (row.guessCount > 0) {
              return (
                <Link to="/frameworks/$versionId/mappings" params={params} search={{ criterion: row.id }}>
                  {m['office.mappings.lookAtGuesses']({ count: row.guessCount })}
                </Link>
              )
            }
            return mayEdit ? (
              <Button type="link" size="small" className="inline-button" onClick={() => setWanting(row)}>
                {m['office.mappings.chooseItems']()}
              </Button>
            ) : null
          }}
        />
      </Panel>
      <Panel
        title={m['office.mappings.feedingNothing']()}
        flush
        aside={<Count rows={data.feedingNothing} text={m['office.mappings.itemRows']} />}
      >
        <Rows
          rows={data.feedingNothing}
          empty={m['office.mappings.feedingNothingNone']()}
          detail={(row) => row.checklist.name}
          action={(row) =>
            (row.guessCount > 0 || mayEdit) && (
              <Link to="/frameworks/$versionId/mappings" params={params} search={{ item: row.id }}>
                {row.guessCount > 0
                  ? m['office.mappings.lookAtGuesses']({ count: row.guessCount })
                  : m['office.mappings.chooseCriteria']()}
              </Link>
            )
          }
        />
      </Panel>
      {wanting && <MakeTies versionId={versionId} criterion={wanting} onClose={() => setWanting(null)} />}
    </div>
  )
}

type CountProps = { rows: readonly unknown[]; text: (inputs: { count: string }) => string }

const Count = ({ rows, text }: CountProps) => (
  <StatusTag tone={rows.length === 0 ? 'good' : 'caution'}>
    {text({ count: formatCount(rows.length) })}
  </StatusTag>
)

type RowOf = { readonly id: string; readonly code: string; readonly text: string }

type RowsProps<Row extends RowOf> = {
  rows: readonly Row[]
  empty: string
  detail?: (row: Row) => string
  action: (row: Row) => ReactNode
}

function Rows<Row extends RowOf>({ rows, empty, detail, action }: RowsProps<Row>) {
  if (rows.length === 0) return <EmptyState title={empty} />
  return (
    <ul className="coverage-rows">
      {rows.map((row) => (
        <li key={row.id}>
          <div className="coverage-text">
            <p>{row.text}</p>
            <p className="row-detail">{detail ? `${detail(row)} · ${row.code}` : row.code}</p>
          </div>
          {action(row)}
        </li>
      ))}
    </ul>
  )
}
