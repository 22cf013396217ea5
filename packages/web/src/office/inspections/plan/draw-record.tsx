import { m } from '@chuangcheng/messages'
import { useQuery } from '@tanstack/react-query'
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { call, type Response } from '../../../shared/api/client.ts'
import { formatCount, formatMoment } from '../../../shared/language/format.ts'
import { PlaceholderLines } from '../../../shared/ui/placeholder-lines.tsx'
import { ProblemNotice } from '../../../shared/ui/problem-notice.tsx'
import { usePhone } from '../../../shared/ui/use-media.ts'
import type { Round } from '../rounds/round-queries.ts'

type Draw = NonNullable<Round['draw']>
type Replay = Response<'replayDraw'>

/** Who drew when with which seed; anybody may draw again and see whether the same comes out. */
export function DrawRecord({ round, draw }: { round: Round; draw: Draw }) {
  const [isReplaying, setIsReplaying] = useState(false)
  const count = draw.byType.reduce((sum, type) => sum + type.drawnCount, 0)
  return (
    <div className="draw-record">
      <p>
        {m['office.plan.drawnBy']({
          number: draw.number,
          name: draw.drawnByName ?? '—',
          moment: formatMoment(draw.drawnAt),
          count: formatCount(count),
        })}
        <span className="draw-record-seed">
          {m['office.plan.seed']()} <code>{draw.seed}</code>
        </span>
      </p>
      <Button onClick={() => setIsReplaying(true)}>{m['office.plan.replay']()}</Button>
      {isReplaying && <ReplayDrawer round={round} onClose={() => setIsReplaying(false)} />}
    </div>
  )
}

function ReplayDrawer({ round, onClose }: { round: Round; onClose: () => void }) {
  const phone = usePhone()
  const { data, error, isPending } = useQuery({
    queryKey: ['rounds', 'replay', round.id, round.revision],
    queryFn: ({ signal }) => call('replayDraw', { params: { id: round.id }, signal }),
  })
  return (
    <Drawer
      open
      title={<h2 className="form-drawer-title">{m['office.plan.replay']()}</h2>}
      aria-label={m['office.plan.replay']()}
      size={phone ? '100%' : 560}
      onClose={onClose}
      closable={{ 'aria-label': m['office.form.close']() }}
    >
      <ProblemNotice error={error} />
      {isPending && <PlaceholderLines lines={6} />}
      {data && <Replayed replay={data} />}
    </Drawer>
  )
}

function Replayed({ replay: { draw, same, missing, added, frame } }: { replay: Replay }) {
  return (
    <div className="replay">
      <div className={same ? 'notice notice-done' : 'notice notice-problem'} role="status">
        <p className="notice-title">{same ? m['office.plan.same']() : m['office.plan.notSame']()}</p>
        {missing.length > 0 && (
          <p>{m['office.plan.missing']({ names: missing.map(({ name }) => name).join('、') })}</p>
        )}
        {added.length > 0 && (
          <p>{m['office.plan.added']({ names: added.map(({ name }) => name).join('、') })}</p>
        )}
      </div>
      <p>{m['office.plan.howDrawn']({ seed: draw.seed })}</p>
      {frame.map(({ siteType, codes, drawn }) => {
        const chosen = new Set(drawn)
        return (
          <details key={siteType.id} className="draw-sites">
            <summary>
              {m['office.plan.frame']({
                type: siteType.name,
                count: formatCount(codes.length),
                drawn: formatCount(drawn.length),
              })}
            </summary>
            <ul>
              {codes.map((code) => (
                <li key={code}>{chosen.has(code) ? <mark>{code}</mark> : code}</li>
              ))}
            </ul>
          </details>
        )
      })}
    </div>
  )
}
