import { m } from '@chuangcheng/messages'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { call, type Response } from '../../../shared/api/client.ts'
import { localToday } from '../../../shared/form/field-values.ts'
import { formatCount } from '../../../shared/language/format.ts'
import { ProblemNotice } from '../../../shared/ui/problem-notice.tsx'
import { forgetRound, keepRound, type Round } from '../rounds/round-queries.ts'
import { ChooseDrawer } from './choose-drawer.tsx'
import { DrawRecord } from './draw-record.tsx'
import { QuotaTable } from './quota-table.tsx'
import { newSeed, type Quotas, sentQuotas, startingQuotas } from './quotas.ts'

type Drawn = Response<'drawRoundSites'>
type Props = { round: Round; isOpen: boolean }

/** Which sites: so many of each type by lot, all of it, or chosen by hand. What would be drawn is shown before it is. */
export function DrawStep({ round, isOpen }: Props) {
  const [isDrawing, setIsDrawing] = useState(round.draw === null && round.siteCount === 0)
  const [isChoosing, setIsChoosing] = useState(false)
  return (
    <>
      {round.draw && <DrawRecord round={round} draw={round.draw} />}
      {isOpen && isDrawing && <DrawForm round={round} onDone={() => setIsDrawing(false)} />}
      {isOpen && (
        <div className="plan-buttons">
          {!isDrawing && (
            <Button onClick={() => setIsDrawing(true)}>
              {round.draw ? m['office.plan.drawAgain']() : m['office.plan.draw']()}
            </Button>
          )}
          {(!isDrawing || round.siteCount === 0) && (
            <Button onClick={() => setIsChoosing(true)}>{m['office.plan.choose']()}</Button>
          )}
        </div>
      )}
      {isChoosing && <ChooseDrawer round={round} onClose={() => setIsChoosing(false)} />}
    </>
  )
}

function DrawForm({ round, onDone }: { round: Round; onDone: () => void }) {
  const queries = useQueryClient()
  const [quotas, setQuotas] = useState<Quotas>(() => startingQuotas(round))
  const [seed, setSeed] = useState(() => newSeed(localToday(new Date())))
  const [preview, setPreview] = useState<Drawn | null>(null)
  const sent = sentQuotas(quotas)
  const drawing = useMutation({
    mutationFn: (dryRun: boolean) =>
      call('drawRoundSites', {
        params: { id: round.id },
        body: { basedOn: round.revision, seed: seed.trim(), quotas: sent, dryRun },
      }),
    onSuccess: async (drawn, dryRun) => {
      if (dryRun) {
        setPreview(drawn)
        return
      }
      onDone()
      await keepRound(queries, drawn.round)
    },
    onError: () => void forgetRound(queries, round.id),
  })
  // Whatever is changed makes what was shown something else.
  const change = (next: () => void) => {
    setPreview(null)
    drawing.reset()
    next()
  }
  return (
    <div className="draw-form">
      <p className="plan-hint">{m['office.plan.drawHint']()}</p>
      <QuotaTable
        round={round}
        quotas={quotas}
        preview={preview?.draw ?? null}
        onChange={(next) => change(() => setQuotas(next))}
      />
      <div className="draw-seed">
        <label htmlFor="draw-seed">{m['office.plan.seed']()}</label>
        <Input
          id="draw-seed"
          maxLength={64}
          value={seed}
          onChange={(event) => change(() => setSeed(event.target.value))}
        />
        <span>{m['office.plan.seedHint']()}</span>
      </div>
      <ProblemNotice error={drawing.error} />
      {preview && <Preview drawn={preview} />}
      <div className="plan-buttons">
        {(round.siteCount > 0 || round.draw !== null) && (
          <Button onClick={onDone}>{m['office.form.cancel']()}</Button>
        )}
        <Button
          type={preview ? 'default' : 'primary'}
          disabled={sent.length === 0 || seed.trim() === ''}
          loading={drawing.isPending && drawing.variables}
          onClick={() => drawing.mutate(true)}
        >
          {m['office.plan.tryDraw']()}
        </Button>
        {preview && (
          <Button
            type="primary"
            loading={drawing.isPending && !drawing.variables}
            onClick={() => drawing.mutate(false)}
          >
            {m['office.plan.drawNow']()}
          </Button>
        )}
      </div>
    </div>
  )
}

/** What would be planned, before it is. */
function Preview({ drawn: { draw, addedCount, removedCount, sites } }: { drawn: Drawn }) {
  const count = draw.byType.reduce((sum, type) => sum + type.drawnCount, 0)
  return (
    <div className="notice notice-done" role="status">
      <p className="notice-title">
        {m['office.plan.wouldDraw']({
          count: formatCount(count),
          added: formatCount(addedCount),
          removed: formatCount(removedCount),
        })}
      </p>
      {sites.length > 0 && (
        <details className="draw-sites">
          <summary>{m['office.plan.drawnSites']({ count: formatCount(sites.length) })}</summary>
          <ul>
            {sites.map(({ id, name }) => (
              <li key={id}>{name}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
