import '../../../shared/ui/rows.css'
import {
  distributePoints,
  equalPoints,
  hasFourDecimals,
  isOrdinary,
  Problem,
  sumPoints,
} from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, InputNumber } from 'antd'
import { useState } from 'react'
import { call } from '../../../shared/api/client.ts'
import { formatCount } from '../../../shared/language/format.ts'
import { Panel } from '../../../shared/ui/panel.tsx'
import { ProblemNotice } from '../../../shared/ui/problem-notice.tsx'
import { type FrameworkNode, forgetVersion, type Version } from '../framework-queries.ts'
import { branchIds, type Forest } from '../framework-tree.ts'
import { pointsText } from '../framework-words.ts'
import { arePointsOpen } from './guide-progress.ts'
import { useConfirming } from './use-confirming.ts'

type Props = { version: Version; forest: Forest<FrameworkNode> }

const USUAL_TOTAL = 100
const DECIMALS = 2

/** Points part by part: say how many each part has, they are given out below it in proportion. */
export function PointsStep({ version, forest }: Props) {
  const parts = (forest.children.get(null) ?? []).filter((part) => hasOrdinary(forest, part.id))
  const now = (part: FrameworkNode): number => pointsOfPart(forest, part)
  const [total, setTotal] = useState<number | null>(usualTotal(version))
  const [wanted, setWanted] = useState<ReadonlyMap<string, number | null>>(new Map())
  const wantedOf = (part: FrameworkNode): number | null => {
    const typed = wanted.get(part.id)
    return typed === undefined ? now(part) : typed
  }
  const all = parts.map(wantedOf)
  const sum = all.every(isPoints) ? sumPoints(all) : null
  const fits = sum !== null && total !== null && equalPoints(sum, total)
  const changed = parts.filter((part) => wantedOf(part) !== now(part))
  const saving = useGivingOut(version, () => setWanted(new Map()))
  const normalize = () => {
    const given = normalized(total, parts.map(now))
    if (given) setWanted(new Map(parts.map((part, place) => [part.id, given[place] ?? 0])))
  }
  const nothingToSave = changed.length === 0 && total === version.totalPoints
  return (
    <div className="panels">
      <Panel title={m['office.frameworks.guide.pointsTitle']()} flush>
        <div className="guide-total">
          <label htmlFor="guide-total">{m['office.frameworks.field.totalPoints']()}</label>
          <InputNumber<number> id="guide-total" min={0} max={100_000} value={total} onChange={setTotal} />
          <Button onClick={normalize} disabled={total === null}>
            {m['office.frameworks.guide.normalize']()}
          </Button>
          <span className={fits ? 'guide-sum' : 'guide-sum guide-sum-off'} role="status">
            {sum === null
              ? m['office.frameworks.pointsMissing']()
              : m['office.frameworks.guide.sum']({ sum: pointsText(sum), total: pointsText(total ?? 0) })}
          </span>
        </div>
        <ul>
          {parts.map((part) => (
            <PartLine
              key={part.id}
              part={part}
              criteria={criteriaBelow(forest, part.id)}
              now={now(part)}
              wanted={wantedOf(part)}
              share={total ? (wantedOf(part) ?? 0) / total : 0}
              onChange={(points) => setWanted(new Map(wanted).set(part.id, points))}
            />
          ))}
        </ul>
        <div className="guide-save">
          <ProblemNotice error={saving.error} />
          <p className="node-hint">{m['office.frameworks.guide.pointsHint']()}</p>
          <Button
            type="primary"
            disabled={!fits || nothingToSave}
            loading={saving.isPending}
            onClick={() =>
              saving.mutate({
                total: total ?? 0,
                parts: changed.map((part) => ({ part, points: wantedOf(part) ?? 0, before: now(part) })),
              })
            }
          >
            {m['office.frameworks.guide.giveOut']()}
          </Button>
        </div>
      </Panel>
      <ConfirmPoints version={version} forest={forest} blocked={!nothingToSave} />
    </div>
  )
}

/** What the draft says; else what stands in it; else what is usual. */
const usualTotal = ({ totalPoints, pointsSum }: Version): number =>
  totalPoints ?? (pointsSum > 0 ? pointsSum : USUAL_TOTAL)

const isPoints = (value: number | null): value is number => value !== null && hasFourDecimals(value)

const pointsOfPart = (forest: Forest<FrameworkNode>, part: FrameworkNode): number =>
  part.kind === 'criterion' ? (part.points ?? 0) : (forest.sums.get(part.id) ?? 0)

const criteriaBelow = (forest: Forest<FrameworkNode>, id: string): number =>
  branchIds(forest, id).filter((one) => forest.byId.get(one)?.kind === 'criterion').length

/** Bonus, gate and veto items stand beside the total: a part of nothing else gets no points. */
const hasOrdinary = (forest: Forest<FrameworkNode>, id: string): boolean =>
  branchIds(forest, id).some((one) => {
    const node = forest.byId.get(one)
    return node !== undefined && isOrdinary(node)
  })

/** The parts in proportion to what they have, or all the same when nothing has any; null when it cannot be done. */
function normalized(total: number | null, points: readonly number[]): number[] | null {
  if (total === null) return null
  const weights = points.some((one) => one > 0) ? points : points.map(() => 1)
  try {
    return distributePoints(total, weights, DECIMALS)
  } catch (error) {
    if (error instanceof Problem) return null
    throw error
  }
}

type LineProps = {
  part: FrameworkNode
  criteria: number
  now: number
  wanted: number | null
  share: number
  onChange: (points: number | null) => void
}

function PartLine({ part, criteria, now, wanted, share, onChange }: LineProps) {
  const id = `part-${part.id}`
  return (
    <li className="row guide-part">
      <label className="row-text" htmlFor={id}>
        <strong className="flaw-code">{part.code}</strong> {part.text}
        <span className="row-detail guide-part-count">
          {m['office.frameworks.criteria']({ count: formatCount(criteria) })}
        </span>
      </label>
      <span className="guide-bar" aria-hidden="true">
        <span style={{ width: `${Math.min(100, share * 100)}%` }} />
      </span>
      <span className="guide-now">
        {wanted !== null && equalPoints(now, wanted)
          ? ''
          : m['office.frameworks.guide.before']({ points: pointsText(now) })}
      </span>
      <InputNumber<number>
        id={id}
        className="guide-points"
        min={0}
        max={100_000}
        value={wanted}
        status={isPoints(wanted) ? '' : 'error'}
        onChange={onChange}
      />
    </li>
  )
}

type Wanted = {
  total: number
  parts: readonly { part: FrameworkNode; points: number; before: number }[]
}

/** Keeps the total, then gives each changed part's points out below it. */
function useGivingOut(version: Version, onDone: () => void) {
  const queries = useQueryClient()
  const params = { id: version.id }
  return useMutation({
    mutationFn: async ({ total, parts }: Wanted) => {
      let basedOn = version.revision
      if (total !== version.totalPoints) {
        const body = { basedOn, totalPoints: total }
        basedOn = (await call('changeFrameworkVersion', { params, body })).revision
      }
      for (const { part, points, before } of parts) {
        if (part.kind === 'criterion') {
          const body = { basedOn: part.revision, points }
          await call('changeFrameworkNode', { params: { id: part.id }, body })
          basedOn = (await call('getFrameworkVersion', { params })).revision
          continue
        }
        const way = before > 0 ? 'inProportion' : 'equally'
        const body = { nodeId: part.id, points, way, decimals: DECIMALS, basedOn } as const
        basedOn = (await call('weighFramework', { params, body })).revision
      }
    },
    onSuccess: onDone,
    onSettled: () => forgetVersion(queries, version.id),
  })
}

function ConfirmPoints({ version, forest, blocked }: Props & { blocked: boolean }) {
  const guessed = [...forest.byId.values()].filter(({ guesses }) => guesses.includes('points'))
  const missing = [...forest.byId.values()].filter((node) => arePointsOpen(node) && node.points === null)
  const confirming = useConfirming(version.id, 'points')
  const ready = guessed.filter(({ points }) => points !== null)
  if (guessed.length === 0 && missing.length === 0) return null
  return (
    <section className="notice notice-hint publish">
      <div className="publish-text">
        <h2 className="notice-title">
          {m['office.frameworks.guide.pointsGuessed']({ count: formatCount(guessed.length) })}
        </h2>
        <p>{m['office.frameworks.guide.pointsGuessedHint']()}</p>
        <ProblemNotice error={confirming.error} />
      </div>
      <Button
        type="primary"
        disabled={blocked || ready.length === 0}
        loading={confirming.isPending}
        onClick={() => confirming.mutate(ready)}
      >
        {m['office.frameworks.guide.confirmAll']()}
      </Button>
    </section>
  )
}
