import '../../shared/ui/panel.css'
import './duties.css'
import { DUTY_ROLES, type DutyRole } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { addressOf } from '../../shared/api/client.ts'
import { useFrameworkVersions, usualVersion } from '../../shared/framework/framework-versions.ts'
import { VersionSelect } from '../../shared/framework/version-select.tsx'
import { formatCount } from '../../shared/language/format.ts'
import { useMay } from '../../shared/session/session.ts'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { Facts } from '../../shared/ui/facts.tsx'
import { FilterBar, FilterSelect, FilterText } from '../../shared/ui/filter-bar.tsx'
import { PageHeader } from '../../shared/ui/page-header.tsx'
import { Panel } from '../../shared/ui/panel.tsx'
import { PlaceholderLines } from '../../shared/ui/placeholder-lines.tsx'
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx'
import { StatusTag } from '../../shared/ui/status-tag.tsx'
import { type TaskSheet, useTaskSheet } from './duty-queries.ts'
import { methodName, ROLE_TONES, roleName, shareText, targetName } from './duty-words.ts'

const route = getRouteApi('/frame/organizations/$id/task-sheet')

/** The task sheet of the organization in the address. */
export function TaskSheetPage() {
  const { id } = route.useParams()
  const { version } = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <TaskSheetView
      key={id}
      id={id}
      version={version}
      onVersion={(next) => void navigate({ to: '.', search: { version: next } })}
    />
  )
}

type ViewProps = { id: string; version: string | undefined; onVersion: (id: string) => void }

/** What an organization has to do under a version (任务清单). */
export function TaskSheetView({ id, version, onVersion }: ViewProps) {
  const may = useMay()
  const versions = useFrameworkVersions()
  const choices = versions.data ?? []
  const chosen = choices.find((choice) => choice.id === version) ?? usualVersion(choices)
  const sheet = useTaskSheet(id, chosen?.id)
  const name = sheet.data?.organization.name
  return (
    <>
      <PageHeader
        title={name ? m['office.taskSheet.titleOf']({ name }) : m['office.taskSheet.title']()}
        trail={
          may('organization.read')
            ? [
                {
                  label: name ?? m['office.organizations.title'](),
                  link: { to: '/organizations/$id', params: { id } },
                },
              ]
            : []
        }
        lead={m['office.taskSheet.lead']()}
        actions={
          chosen && (
            <>
              <VersionSelect choices={choices} value={chosen.id} onChange={onVersion} />
              <PrintButtons id={id} versionId={chosen.id} />
            </>
          )
        }
      />
      <ProblemNotice
        error={versions.error ?? sheet.error}
        action={<Button onClick={() => void sheet.refetch()}>{m['office.problem.again']()}</Button>}
      />
      {versions.data && !chosen && (
        <div className="sheet">
          <EmptyState
            title={m['office.taskSheet.noVersion']()}
            hint={m['office.taskSheet.noVersionHint']()}
          />
        </div>
      )}
      {(versions.isPending || (chosen && sheet.isPending)) && (
        <div className="sheet data-table-pending">
          <PlaceholderLines lines={8} />
        </div>
      )}
      {sheet.data && <Sheets sheet={sheet.data} />}
    </>
  )
}

function PrintButtons({ id, versionId }: { id: string; versionId: string }) {
  const hrefOf = (form: 'xlsx' | 'docx') =>
    addressOf('printTaskSheet', { params: { id }, query: { versionId, form } })
  return (
    <>
      <Button href={hrefOf('xlsx')} download>
        {m['office.taskSheet.excel']()}
      </Button>
      <Button href={hrefOf('docx')} download>
        {m['office.taskSheet.word']()}
      </Button>
    </>
  )
}

function Sheets({ sheet }: { sheet: TaskSheet }) {
  const countOf = (role: DutyRole) => formatCount(sheet.tasks.filter((task) => task.role === role).length)
  return (
    <div className="panels">
      <section className="sheet panel" aria-label={m['office.taskSheet.counts']()}>
        <div className="panel-body">
          <Facts
            facts={[
              { term: m['office.taskSheet.leads'](), value: countOf('lead') },
              { term: m['office.taskSheet.leadPoints'](), value: String(sheet.leadPoints) },
              { term: m['office.taskSheet.competent'](), value: countOf('competent') },
              { term: m['office.taskSheet.supporting'](), value: countOf('supporting') },
            ]}
          />
        </div>
      </section>
      <Tasks tasks={sheet.tasks} />
      {sheet.sites.length > 0 && <OnSite sites={sheet.sites} />}
    </div>
  )
}

type Task = TaskSheet['tasks'][number]

const fits = (task: Task, words: string): boolean =>
  `${task.code} ${task.text} ${task.path.join(' ')}`.toLowerCase().includes(words)

function Tasks({ tasks }: { tasks: readonly Task[] }) {
  const [words, setWords] = useState('')
  const [role, setRole] = useState<DutyRole | undefined>()
  const wanted = words.trim().toLowerCase()
  const shown = tasks.filter((task) => (!role || task.role === role) && fits(task, wanted))
  const parts = [...new Set(shown.map(({ path }) => path[0] ?? ''))]
  if (tasks.length === 0) {
    return (
      <div className="sheet">
        <EmptyState title={m['office.taskSheet.none']()} hint={m['office.taskSheet.noneHint']()} />
      </div>
    )
  }
  return (
    <div className="sheet">
      <FilterBar
        title={
          <>
            <h2 className="sheet-title">{m['office.taskSheet.tasks']()}</h2>
            <StatusTag>{m['office.duties.criteria']({ count: formatCount(shown.length) })}</StatusTag>
          </>
        }
      >
        <FilterText label={m['office.taskSheet.filter']()} value={words} onChange={setWords} />
        <FilterSelect
          label={m['office.duties.role']()}
          value={role}
          options={DUTY_ROLES.map((one) => ({ value: one, label: roleName(one) }))}
          onChange={setRole}
        />
      </FilterBar>
      {shown.length === 0 && <EmptyState title={m['office.duties.nothingFits']()} />}
      {parts.map((part) => (
        <section key={part}>
          <h3 className="task-part">{part}</h3>
          <ul>
            {shown
              .filter(({ path }) => (path[0] ?? '') === part)
              .map((task) => (
                <TaskLine key={task.criterionId} task={task} />
              ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function TaskLine({ task }: { task: Task }) {
  const others = DUTY_ROLES.map((role) => ({
    role,
    names: task.others.filter((other) => other.role === role).map(({ organization }) => organization.name),
  })).filter(({ names }) => names.length > 0)
  const methods = task.methods.map(methodName)
  return (
    <li className="task">
      <div className="task-head">
        <StatusTag tone={ROLE_TONES[task.role]}>{`${roleName(task.role)}${shareText(task.share)}`}</StatusTag>
        <span className="task-code">{[task.code, ...task.path.slice(1)].join(' · ')}</span>
        {task.points !== null && (
          <span className="task-points">{m['office.taskSheet.points']({ points: String(task.points) })}</span>
        )}
      </div>
      <p className="task-text">{task.text}</p>
      {task.ruleText !== '' && (
        <p className="task-line">{m['office.taskSheet.rule']({ rule: task.ruleText })}</p>
      )}
      {methods.length > 0 && (
        <p className="task-line">
          {m['office.taskSheet.methods']({ methods: methods.join(m['office.history.listComma']()) })}
        </p>
      )}
      {others.length > 0 && (
        <p className="task-line">
          {others
            .map(({ role, names }) =>
              m['office.taskSheet.other']({
                role: roleName(role),
                names: names.join(m['office.history.listComma']()),
              }),
            )
            .join(' ')}
        </p>
      )}
    </li>
  )
}

function OnSite({ sites }: { sites: TaskSheet['sites'] }) {
  return (
    <Panel title={m['office.taskSheet.onSite']()} flush>
      <ul>
        {sites.map(({ target, targetName: name, role, siteCount }) => (
          <li key={`${target} ${name} ${role}`} className="task">
            <div className="task-head">
              <StatusTag tone={ROLE_TONES[role]}>{roleName(role)}</StatusTag>
              <span>{name || targetName(target)}</span>
              <span className="task-line">
                {m['office.taskSheet.siteCount']({ count: formatCount(siteCount) })}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
