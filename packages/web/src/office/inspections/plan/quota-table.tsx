import { m } from '@chuangcheng/messages'
import { Button, InputNumber } from 'antd'
import { useState } from 'react'
import { formatCount } from '../../../shared/language/format.ts'
import { StatusTag } from '../../../shared/ui/status-tag.tsx'
import { type Round, useSiteTypes } from '../rounds/round-queries.ts'
import { type Quota, type Quotas, USUAL_COUNT } from './quotas.ts'

type Props = {
  round: Round
  quotas: Quotas
  preview: Round['draw']
  onChange: (quotas: Quotas) => void
}

const WAYS = ['all', 'draw', 'none'] as const
const MOST = 100_000

/** Type by type: how many there are, and how many are to be drawn. */
export function QuotaTable({ round, quotas, preview, onChange }: Props) {
  const registered = new Map(useSiteTypes().data?.map(({ id, siteCount }) => [id, siteCount]))
  const checklists = new Map(round.bySiteType.map((type) => [type.siteType.id, type.checklists]))
  const drawn = new Map(preview?.byType.map((type) => [type.siteType.id, type.drawnCount]))
  return (
    <>
      <ForAll round={round} onChange={onChange} />
      <div className="table-scroll quota-scroll">
        <table className="plain-table quota-table" aria-label={m['office.plan.quotas']()}>
          <thead>
            <tr>
              <th scope="col">{m['office.field.type']()}</th>
              <th scope="col" className="quota-number">
                {m['office.plan.registered']()}
              </th>
              <th scope="col">{m['office.plan.howMany']()}</th>
              <th scope="col" className="quota-number">
                {preview ? m['office.plan.drawnCount']() : ''}
              </th>
            </tr>
          </thead>
          <tbody>
            {round.siteTypes.map(({ id, name }) => (
              <tr key={id}>
                <th scope="row">
                  {name}
                  {checklists.get(id)?.length === 0 && (
                    <>
                      {' '}
                      <StatusTag tone="caution">{m['office.tasks.noChecklist']()}</StatusTag>
                    </>
                  )}
                </th>
                <td className="quota-number" data-label={m['office.plan.registered']()}>
                  {formatCount(registered.get(id) ?? 0)}
                </td>
                <td className="quota-choose">
                  <QuotaChoice
                    name={name}
                    quota={quotas[id] ?? { way: 'none', count: USUAL_COUNT }}
                    onChange={(quota) => onChange({ ...quotas, [id]: quota })}
                  />
                </td>
                <td className="quota-number" data-label={m['office.plan.drawnCount']()}>
                  {preview ? formatCount(drawn.get(id) ?? 0) : ''}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

/** One word for all types; each can still be said otherwise. */
function ForAll({ round, onChange }: { round: Round; onChange: (quotas: Quotas) => void }) {
  const [count, setCount] = useState<number>(USUAL_COUNT)
  const say = (quota: Quota) =>
    onChange(Object.fromEntries(round.siteTypes.map(({ id }): [string, Quota] => [id, quota])))
  return (
    <div className="quota-for-all">
      <span>{m['office.plan.forAll']()}</span>
      <Button onClick={() => say({ way: 'all', count })}>{m['office.plan.way.all']()}</Button>
      <span className="quota-for-all-draw">
        <Button onClick={() => say({ way: 'draw', count })}>{m['office.plan.drawEach']()}</Button>
        <InputNumber<number>
          aria-label={m['office.plan.drawEach']()}
          min={1}
          max={MOST}
          precision={0}
          value={count}
          suffix={m['office.plan.sitesUnit']()}
          onChange={(typed) => typed !== null && setCount(typed)}
        />
      </span>
      <Button onClick={() => say({ way: 'none', count })}>{m['office.plan.way.none']()}</Button>
    </div>
  )
}

type ChoiceProps = { name: string; quota: Quota; onChange: (quota: Quota) => void }

function QuotaChoice({ name, quota, onChange }: ChoiceProps) {
  return (
    <fieldset className="quota-choice">
      <legend className="visually-hidden">{name}</legend>
      {WAYS.map((way) => (
        <button
          key={way}
          type="button"
          aria-pressed={quota.way === way}
          onClick={() => onChange({ ...quota, way })}
        >
          {m[`office.plan.way.${way}`]()}
        </button>
      ))}
      {quota.way === 'draw' && (
        <InputNumber<number>
          size="small"
          aria-label={m['office.plan.countOf']({ name })}
          min={1}
          max={MOST}
          precision={0}
          value={quota.count}
          onChange={(count) => count !== null && onChange({ ...quota, count })}
        />
      )}
    </fieldset>
  )
}
