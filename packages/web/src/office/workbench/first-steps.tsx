import type { Permission } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import { Link, type LinkProps } from '@tanstack/react-router'
import type { Response } from '../../shared/api/client.ts'
import { formatCount } from '../../shared/language/format.ts'
import { useMay } from '../../shared/session/session.ts'
import { Panel } from '../../shared/ui/panel.tsx'
import { StatusTag } from '../../shared/ui/status-tag.tsx'

type Workbench = Response<'getWorkbench'>

type FirstStep = {
  readonly key: string
  readonly title: () => string
  readonly hint: () => string
  readonly to: NonNullable<LinkProps['to']>
  readonly permission: Permission
  /** How many there are; null where nothing is counted. */
  readonly count: (counts: Workbench['counts']) => number | null
  readonly isDone: (workbench: Workbench) => boolean
}

const waits = ({ waiting }: Workbench, kind: Workbench['waiting'][number]['kind']): boolean =>
  waiting.some((item) => item.kind === kind && item.count > 0)

/** In the order in which each needs the ones before it. */
const STEPS: readonly FirstStep[] = [
  {
    key: 'areas',
    title: m['office.start.areas'],
    hint: m['office.start.areasHint'],
    to: '/areas/import',
    permission: 'area.import',
    count: ({ areas }) => areas,
    isDone: ({ counts }) => counts.areas > 0,
  },
  {
    key: 'boundaries',
    title: m['office.start.boundaries'],
    hint: m['office.start.boundariesHint'],
    to: '/area-boundaries/import',
    permission: 'area.import',
    count: () => null,
    isDone: (workbench) => workbench.counts.areas > 0 && !waits(workbench, 'areasWithoutBoundary'),
  },
  {
    key: 'organizations',
    title: m['office.start.organizations'],
    hint: m['office.start.organizationsHint'],
    to: '/organizations/import',
    permission: 'organization.import',
    count: ({ organizations }) => organizations,
    isDone: ({ counts }) => counts.organizations > 0,
  },
  {
    key: 'users',
    title: m['office.start.users'],
    hint: m['office.start.usersHint'],
    to: '/users/import',
    permission: 'user.import',
    count: ({ users }) => users,
    // The first administrator is always there.
    isDone: ({ counts }) => counts.users > 1,
  },
  {
    key: 'siteTypes',
    title: m['office.start.siteTypes'],
    hint: m['office.start.siteTypesHint'],
    to: '/settings/site-types/import',
    permission: 'siteType.edit',
    count: ({ siteTypes }) => siteTypes,
    isDone: ({ counts }) => counts.siteTypes > 0,
  },
  {
    key: 'sites',
    title: m['office.start.sites'],
    hint: m['office.start.sitesHint'],
    to: '/sites/import',
    permission: 'site.import',
    count: ({ sites }) => sites,
    isDone: ({ counts }) => counts.sites > 0,
  },
]

/** How a city moves in, step by step; shown to those who may import, until there are sites. */
export function FirstSteps({ workbench }: { workbench: Workbench }) {
  const may = useMay()
  const steps = STEPS.filter(({ permission }) => may(permission))
  if (steps.length === 0) return null
  const next = steps.find((step) => !step.isDone(workbench))
  return (
    <div className="first-steps">
      <Panel title={m['office.start.title']()} flush>
        <p className="first-steps-lead">{m['office.start.lead']()}</p>
        <ol>
          {steps.map((step, place) => (
            <StepLine
              key={step.key}
              step={step}
              number={place + 1}
              isNext={step === next}
              workbench={workbench}
            />
          ))}
        </ol>
      </Panel>
    </div>
  )
}

type LineProps = { step: FirstStep; number: number; isNext: boolean; workbench: Workbench }

function StepLine({ step, number, isNext, workbench }: LineProps) {
  const done = step.isDone(workbench)
  const count = step.count(workbench.counts)
  return (
    <li className={done ? 'first-step-done' : isNext ? 'first-step-next' : undefined}>
      <Link to={step.to}>
        <span className="first-step-mark" aria-hidden="true">
          {done ? '✓' : number}
        </span>
        <span className="waiting-text">
          <strong>{step.title()}</strong>
          <span>{step.hint()}</span>
        </span>
        <span className="first-step-state">
          {done && (
            <StatusTag tone="good">
              {count === null
                ? m['office.start.done']()
                : m['office.start.counted']({ count: formatCount(count) })}
            </StatusTag>
          )}
        </span>
      </Link>
    </li>
  )
}
