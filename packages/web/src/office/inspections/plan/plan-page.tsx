import '../../../shared/ui/panel.css'
import '../../../shared/ui/data-table.css'
import './plan.css'
import { m } from '@chuangcheng/messages'
import { getRouteApi } from '@tanstack/react-router'
import { formatCount } from '../../../shared/language/format.ts'
import { useRound } from '../rounds/round-queries.ts'
import { AssignStep } from './assign-step.tsx'
import { DrawStep } from './draw-step.tsx'
import { PlanStep } from './plan-step.tsx'
import { PlannedSites } from './planned-sites.tsx'
import { StartStep } from './start-step.tsx'
import { TeamsStep } from './teams-step.tsx'

const route = getRouteApi('/frame/rounds/$id/plan')

/** Planning a round in four steps: where to, who, who where, and go. Each can be changed as long as the round is not finished. */
export function RoundPlanPage() {
  const { id } = route.useParams()
  const { data: round } = useRound(id)
  if (!round) return null
  const unassigned = round.siteCount - round.teams.reduce((sum, team) => sum + team.siteCount, 0)
  const staffed = round.teams.filter(({ members }) => members.length > 0).length
  const isOpen = round.state !== 'finished'
  return (
    <div className="panels">
      {!isOpen && <p className="notice notice-hint">{m['office.plan.finished']()}</p>}
      <ol className="plan-steps">
        <PlanStep
          number={1}
          title={m['office.plan.sites']()}
          isDone={round.siteCount > 0}
          said={m['office.plan.siteCount']({ count: formatCount(round.siteCount) })}
        >
          <DrawStep key={round.draw?.number ?? 0} round={round} isOpen={isOpen} />
        </PlanStep>
        <PlanStep
          number={2}
          title={m['office.plan.teams']()}
          isDone={staffed > 0 && staffed === round.teams.length}
          said={m['office.rounds.teamCount']({ count: formatCount(round.teams.length) })}
        >
          <TeamsStep key={round.teams.map((team) => team.id).join()} round={round} isOpen={isOpen} />
        </PlanStep>
        <PlanStep
          number={3}
          title={m['office.plan.assign']()}
          isDone={round.siteCount > 0 && unassigned === 0}
          said={assignedWords(round.siteCount, unassigned)}
        >
          <AssignStep round={round} unassigned={unassigned} isOpen={isOpen} />
        </PlanStep>
        <PlanStep
          number={4}
          title={m['office.plan.start']()}
          isDone={round.state !== 'planned' && round.gaps.length === 0}
          said={m[`roundState.${round.state}`]()}
        >
          <StartStep round={round} />
        </PlanStep>
      </ol>
      {round.siteCount > 0 && <PlannedSites round={round} isOpen={isOpen} />}
    </div>
  )
}

function assignedWords(siteCount: number, unassigned: number): string {
  if (siteCount === 0) return m['office.rounds.nothingPlanned']()
  return unassigned === 0
    ? m['office.plan.allAssigned']()
    : m['office.plan.unassigned']({ count: formatCount(unassigned) })
}
