import DeleteOutlined from '@ant-design/icons/DeleteOutlined'
import { m } from '@chuangcheng/messages'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { v7 as newId } from 'uuid'
import { isProblem } from '../../../shared/api/api-problem.ts'
import { call, type Response } from '../../../shared/api/client.ts'
import { formatCount } from '../../../shared/language/format.ts'
import { PlaceholderLines } from '../../../shared/ui/placeholder-lines.tsx'
import { ProblemNotice } from '../../../shared/ui/problem-notice.tsx'
import { forgetRound, keepRound, type Round } from '../rounds/round-queries.ts'

type Inspector = Response<'listInspectors'>['items'][number]
type Draft = { readonly id: string; readonly name: string; readonly memberIds: string[] }
type Props = { round: Round; isOpen: boolean }

const draftOf = ({ teams }: Round): Draft[] =>
  teams.map(({ id, name, members }) => ({ id, name, memberIds: members.map((member) => member.id) }))

/** Who walks: teams, and who is in them. */
export function TeamsStep({ round, isOpen }: Props) {
  const { data, error, isPending } = useQuery({
    queryKey: ['inspectors'],
    queryFn: async ({ signal }) => (await call('listInspectors', { signal })).items,
  })
  if (isPending) return <PlaceholderLines lines={3} />
  if (error) return <ProblemNotice error={error} />
  if (data.length === 0) {
    return (
      <p className="plan-hint">
        {m['office.plan.noInspectors']()} <Link to="/users">{m['office.nav.users']()}</Link>
      </p>
    )
  }
  return isOpen ? <TeamsForm round={round} inspectors={data} /> : <TeamsRead round={round} />
}

function TeamsRead({ round }: { round: Round }) {
  return (
    <ul className="teams-read">
      {round.teams.map(({ id, name, members }) => (
        <li key={id}>
          <strong>{name}</strong> {members.map((member) => member.name).join('、') || '—'}
        </li>
      ))}
    </ul>
  )
}

function TeamsForm({ round, inspectors }: { round: Round; inspectors: readonly Inspector[] }) {
  const queries = useQueryClient()
  const [teams, setTeams] = useState<readonly Draft[]>(() => draftOf(round))
  const saving = useMutation({
    mutationFn: () =>
      call('setRoundTeams', {
        params: { id: round.id },
        body: {
          basedOn: round.revision,
          teams: teams.map(({ id, name, memberIds }) => ({ id, name: name.trim(), memberIds })),
        },
      }),
    onSuccess: (saved) => keepRound(queries, saved),
    onError: (error) => {
      if (isProblem(error, 'changed-meanwhile')) void forgetRound(queries, round.id)
    },
  })
  const change = (next: readonly Draft[]) => {
    saving.reset()
    setTeams(next)
  }
  const add = () =>
    change([
      ...teams,
      { id: newId(), name: m['office.plan.teamName']({ number: teams.length + 1 }), memberIds: [] },
    ])
  const isChanged = JSON.stringify(teams) !== JSON.stringify(draftOf(round))
  const isNameless = teams.some(({ name }) => name.trim() === '')
  const siteCounts = new Map(round.teams.map(({ id, siteCount }) => [id, siteCount]))
  return (
    <>
      <p className="plan-hint">{m['office.plan.teamsHint']()}</p>
      <ul className="teams">
        {teams.map((team) => (
          <TeamRow
            key={team.id}
            team={team}
            siteCount={siteCounts.get(team.id) ?? 0}
            inspectors={inspectors}
            taken={new Set(teams.filter((other) => other !== team).flatMap(({ memberIds }) => memberIds))}
            onChange={(part) => change(teams.map((other) => (other === team ? { ...team, ...part } : other)))}
            onRemove={() => change(teams.filter((other) => other !== team))}
          />
        ))}
      </ul>
      <ProblemNotice error={saving.error} />
      <div className="plan-buttons">
        <Button onClick={add}>{m['office.plan.addTeam']()}</Button>
        <Button
          type="primary"
          disabled={!isChanged || isNameless}
          loading={saving.isPending}
          onClick={() => saving.mutate()}
        >
          {m['office.plan.saveTeams']()}
        </Button>
        {!isChanged && teams.length > 0 && (
          <span className="plan-saved" role="status">
            {m['office.plan.teamsSaved']()}
          </span>
        )}
      </div>
    </>
  )
}

type RowProps = {
  team: Draft
  siteCount: number
  inspectors: readonly Inspector[]
  /** who is in another team: nobody walks in two */
  taken: ReadonlySet<string>
  onChange: (part: Partial<Draft>) => void
  onRemove: () => void
}

function TeamRow({ team, siteCount, inspectors, taken, onChange, onRemove }: RowProps) {
  return (
    <li className="team">
      <Input
        className="team-name"
        aria-label={m['office.plan.nameOfTeam']()}
        maxLength={60}
        value={team.name}
        onChange={(event) => onChange({ name: event.target.value })}
      />
      <Select<string[]>
        className="team-members"
        mode="multiple"
        aria-label={m['office.plan.membersOf']({ name: team.name })}
        placeholder={m['office.plan.members']()}
        showSearch={{ optionFilterProp: 'label' }}
        value={team.memberIds}
        options={inspectors.map(({ id, name, organizationName }) => ({
          value: id,
          label: name,
          detail: organizationName ?? '',
          disabled: taken.has(id),
        }))}
        optionRender={({ data }) => (
          <>
            {data.label}
            <span className="option-detail">{data.detail}</span>
          </>
        )}
        onChange={(memberIds) => onChange({ memberIds })}
      />
      <span className="team-sites">{m['office.plan.siteCount']({ count: formatCount(siteCount) })}</span>
      <Button
        type="text"
        icon={<DeleteOutlined />}
        aria-label={m['office.plan.removeTeam']({ name: team.name })}
        onClick={onRemove}
      />
    </li>
  )
}
