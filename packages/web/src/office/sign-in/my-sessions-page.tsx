import '../../shared/ui/rows.css'
import { m } from '@chuangcheng/messages'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { call, type Response } from '../../shared/api/client.ts'
import { formatMoment } from '../../shared/language/format.ts'
import { deviceName } from '../../shared/session/device-name.ts'
import { PageHeader } from '../../shared/ui/page-header.tsx'
import { PlaceholderLines } from '../../shared/ui/placeholder-lines.tsx'
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx'
import { StatusTag } from '../../shared/ui/status-tag.tsx'

type SessionRow = Response<'listMySessions'>['items'][number]

/** Where I am signed in, and how to end what is not me. */
export function MySessionsPage() {
  const sessions = useQuery({ queryKey: ['my-sessions'], queryFn: () => call('listMySessions') })
  const queries = useQueryClient()
  const ending = useMutation({
    mutationFn: (id: string) => call('revokeMySession', { params: { id } }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['my-sessions'] }),
  })
  return (
    <>
      <PageHeader title={m['office.sessions.title']()} lead={m['office.sessions.lead']()} />
      <ProblemNotice error={sessions.error ?? ending.error} />
      <div className="sheet">
        {sessions.isPending ? (
          <div className="rows-pending">
            <PlaceholderLines lines={3} />
          </div>
        ) : (
          <ul className="rows">
            {sessions.data?.items.map((row) => (
              <SessionItem
                key={row.id}
                row={row}
                busy={ending.isPending}
                onEnd={() => ending.mutate(row.id)}
              />
            ))}
          </ul>
        )}
      </div>
    </>
  )
}

type ItemProps = { row: SessionRow; busy: boolean; onEnd: () => void }

function SessionItem({ row, busy, onEnd }: ItemProps) {
  const device = deviceName(row.userAgent)
  return (
    <li className="row">
      <div className="row-text">
        <p>
          <strong>{device}</strong>{' '}
          {row.current && <StatusTag tone="good">{m['office.sessions.current']()}</StatusTag>}
        </p>
        <p className="row-detail">
          {m['office.sessions.times']({
            from: formatMoment(row.createdAt),
            last: formatMoment(row.lastSeenAt),
            until: formatMoment(row.expiresAt),
          })}
        </p>
      </div>
      {!row.current && (
        <Button disabled={busy} onClick={onEnd} aria-label={m['office.sessions.endNamed']({ device })}>
          {m['office.sessions.end']()}
        </Button>
      )}
    </li>
  )
}
