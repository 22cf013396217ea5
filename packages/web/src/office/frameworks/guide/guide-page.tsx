import '../frameworks.css'
import './guide.css'
import '../../../shared/ui/notice.css'
import { m } from '@chuangcheng/messages'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { formatCount } from '../../../shared/language/format.ts'
import { useMay } from '../../../shared/session/session.ts'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { LinkButton } from '../../../shared/ui/link-button.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { PlaceholderLines } from '../../../shared/ui/placeholder-lines.tsx'
import { FetchProblem } from '../fetch-problem.tsx'
import {
  type DutyMatrix,
  type FrameworkNode,
  useDutyMatrix,
  useTree,
  useVersion,
  type Version,
} from '../framework-queries.ts'
import { forestOf } from '../framework-tree.ts'
import { GUIDE_STEPS, type GuideStep, openOf } from './guide-progress.ts'
import { LeadsStep } from './leads-step.tsx'
import { PointsStep } from './points-step.tsx'
import { RulesStep } from './rules-step.tsx'

/** From a draft full of suppositions to one that can be published, in three steps. */
export function GuidePage() {
  const { versionId } = getRouteApi('/frame/frameworks/$versionId/guide').useParams()
  const version = useVersion(versionId)
  const tree = useTree(versionId)
  const matrix = useDutyMatrix(versionId)
  const mayEdit = useMay()('framework.edit')
  const error = version.error ?? tree.error ?? matrix.error
  if (error) {
    return (
      <>
        <PageHeader
          title={m['office.frameworks.guide.title']()}
          trail={[{ label: m['office.frameworks.title'](), link: { to: '/frameworks' } }]}
        />
        <FetchProblem
          error={error}
          again={() => Promise.all([version.refetch(), tree.refetch(), matrix.refetch()])}
        />
      </>
    )
  }
  if (!version.data || !tree.data || !matrix.data) return <PlaceholderLines lines={8} />
  if (!mayEdit || version.data.state !== 'draft') return <Closed version={version.data} />
  return <Guide version={version.data} nodes={tree.data.items} matrix={matrix.data} />
}

const trailOf = (version: Version) => [
  { label: m['office.frameworks.title'](), link: { to: '/frameworks' } } as const,
  {
    label: m['office.frameworks.versionTitle']({ name: version.frameworkName, label: version.label }),
    link: { to: '/frameworks/$versionId', params: { versionId: version.id } },
  } as const,
]

function Closed({ version }: { version: Version }) {
  return (
    <>
      <PageHeader title={m['office.frameworks.guide.title']()} trail={trailOf(version)} />
      <div className="sheet">
        <EmptyState
          title={m['office.frameworks.guide.closed']()}
          action={
            <LinkButton to="/frameworks/$versionId" params={{ versionId: version.id }}>
              {m['office.frameworks.import.look']()}
            </LinkButton>
          }
        />
      </div>
    </>
  )
}

type Props = { version: Version; nodes: readonly FrameworkNode[]; matrix: DutyMatrix }

function Guide({ version, nodes, matrix }: Props) {
  const { step = 'points' }: { step?: GuideStep | undefined } = getRouteApi(
    '/frame/frameworks/$versionId/guide',
  ).useSearch()
  const forest = useMemo(() => forestOf(nodes), [nodes])
  const open = openOf(version, nodes, matrix)
  const place = GUIDE_STEPS.indexOf(step)
  const next = GUIDE_STEPS[place + 1]
  return (
    <>
      <PageHeader
        title={m['office.frameworks.guide.title']()}
        trail={trailOf(version)}
        lead={m['office.frameworks.guide.lead']()}
      />
      <StepNavigation versionId={version.id} step={step} open={open} />
      {step === 'points' && <PointsStep version={version} forest={forest} />}
      {step === 'rules' && <RulesStep version={version} forest={forest} />}
      {step === 'leads' && <LeadsStep version={version} forest={forest} matrix={matrix} />}
      <div className="guide-foot">
        {next ? (
          <LinkButton
            to="/frameworks/$versionId/guide"
            params={{ versionId: version.id }}
            search={{ step: next }}
            prominent={open[step] === 0}
          >
            {m['office.frameworks.guide.next']({ step: NAMES[next]() })}
          </LinkButton>
        ) : (
          <LinkButton
            to="/frameworks/$versionId/flaws"
            params={{ versionId: version.id }}
            prominent={open[step] === 0}
          >
            {m['office.frameworks.guide.toPublish']()}
          </LinkButton>
        )}
      </div>
    </>
  )
}

const NAMES: Readonly<Record<GuideStep, () => string>> = {
  points: m['office.frameworks.guide.points'],
  rules: m['office.frameworks.guide.rules'],
  leads: m['office.frameworks.guide.leads'],
}

type NavigationProps = { versionId: string; step: GuideStep; open: Readonly<Record<GuideStep, number>> }

/** The three steps and publishing, each with what is still open; any of them can be gone to at any time. */
function StepNavigation({ versionId, step, open }: NavigationProps) {
  return (
    <nav aria-label={m['office.frameworks.guide.steps']()}>
      <ol className="guide-steps">
        {GUIDE_STEPS.map((name, place) => (
          <li key={name} className={open[name] === 0 ? 'guide-step-done' : undefined}>
            <Link
              to="/frameworks/$versionId/guide"
              params={{ versionId }}
              search={{ step: name }}
              aria-current={name === step ? 'step' : undefined}
            >
              <span className="guide-step-mark" aria-hidden="true">
                {open[name] === 0 ? '✓' : place + 1}
              </span>
              <span>
                {NAMES[name]()}
                <span className="guide-step-open">
                  {open[name] === 0
                    ? m['office.frameworks.guide.done']()
                    : m['office.frameworks.guide.openCount']({ count: formatCount(open[name]) })}
                </span>
              </span>
            </Link>
          </li>
        ))}
        <li>
          <Link to="/frameworks/$versionId/flaws" params={{ versionId }}>
            <span className="guide-step-mark" aria-hidden="true">
              4
            </span>
            <span>
              {m['office.frameworks.publish']()}
              <span className="guide-step-open">{m['office.frameworks.guide.publishHint']()}</span>
            </span>
          </Link>
        </li>
      </ol>
    </nav>
  )
}
