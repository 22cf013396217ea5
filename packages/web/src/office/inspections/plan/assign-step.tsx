import { m } from '@chuangcheng/messages'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { formatCount } from '../../../shared/language/format.ts'
import { ProblemNotice } from '../../../shared/ui/problem-notice.tsx'
import type { Round } from '../rounds/round-queries.ts'
import { useAssign } from './use-assign.ts'

type Props = { round: Round; unassigned: number; isOpen: boolean }

/** Who goes where: evenly with neighbors together, or street by street; single sites in the list below. */
export function AssignStep({ round, unassigned, isOpen }: Props) {
  const assign = useAssign(round)
  const [byArea, setByArea] = useState(false)
  if (round.teams.length === 0 || round.siteCount === 0) {
    return <p className="plan-hint">{m['office.plan.assignLater']()}</p>
  }
  return (
    <>
      <ul className="team-loads" aria-label={m['office.plan.loads']()}>
        {round.teams.map(({ id, name, siteCount, visitedCount }) => (
          <li key={id}>
            <strong>{name}</strong> {m['office.plan.siteCount']({ count: formatCount(siteCount) })}
            {visitedCount > 0 && ` · ${m['office.plan.visitedCount']({ count: formatCount(visitedCount) })}`}
          </li>
        ))}
      </ul>
      {isOpen && (
        <>
          <p className="plan-hint">{m['office.plan.assignHint']()}</p>
          <div className="plan-buttons">
            <Button
              type={unassigned > 0 ? 'primary' : 'default'}
              disabled={unassigned === 0}
              loading={assign.isPending && assign.variables.way === 'evenly'}
              onClick={() => assign.mutate({ way: 'evenly' })}
            >
              {m['office.plan.evenly']()}
            </Button>
            <Button aria-expanded={byArea} onClick={() => setByArea(!byArea)}>
              {m['office.plan.byArea']()}
            </Button>
          </div>
          <ProblemNotice error={assign.error} />
          {byArea && <ByArea round={round} assign={assign} />}
        </>
      )}
    </>
  )
}

function ByArea({ round, assign }: { round: Round; assign: ReturnType<typeof useAssign> }) {
  const options = [
    ...round.teams.map(({ id, name }) => ({ value: id, label: name })),
    { value: '', label: m['office.plan.nobody']() },
  ]
  return (
    <div className="table-scroll quota-scroll">
      <table className="plain-table quota-table" aria-label={m['office.plan.byArea']()}>
        <thead>
          <tr>
            <th scope="col">{m['office.field.area']()}</th>
            <th scope="col" className="quota-number">
              {m['office.round.planned']()}
            </th>
            <th scope="col" className="quota-number">
              {m['office.plan.assigned']()}
            </th>
            <th scope="col">{m['office.plan.assignAll']()}</th>
          </tr>
        </thead>
        <tbody>
          {round.byArea.map(({ area, district, plannedCount, assignedCount }) => (
            <tr key={area?.id ?? 'none'}>
              <th scope="row">
                {area?.name ?? m['office.round.noArea']()}
                {district && <span className="option-detail">{district.name}</span>}
              </th>
              <td className="quota-number" data-label={m['office.round.planned']()}>
                {formatCount(plannedCount)}
              </td>
              <td className="quota-number" data-label={m['office.plan.assigned']()}>
                {formatCount(assignedCount)}
              </td>
              <td className="quota-choose">
                {area && (
                  <Select
                    className="team-select"
                    aria-label={m['office.plan.teamFor']({ name: area.name })}
                    placeholder={m['office.plan.pickTeam']()}
                    value={null}
                    disabled={assign.isPending}
                    options={options}
                    onChange={(teamId: string | null) =>
                      teamId !== null &&
                      assign.mutate({ way: 'area', areaId: area.id, teamId: teamId || null })
                    }
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
