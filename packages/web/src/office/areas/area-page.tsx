import '../../shared/ui/panel.css'
import { m } from '@chuangcheng/messages'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { formatCount } from '../../shared/language/format.ts'
import { MapView } from '../../shared/map/map-view.tsx'
import { useMay } from '../../shared/session/session.ts'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { Facts } from '../../shared/ui/facts.tsx'
import { levelName, validityText } from '../../shared/ui/field-words.ts'
import { PageHeader, type Step } from '../../shared/ui/page-header.tsx'
import { Panel } from '../../shared/ui/panel.tsx'
import { PlaceholderLines } from '../../shared/ui/placeholder-lines.tsx'
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx'
import { RecordHistory } from '../../shared/ui/record-history.tsx'
import { StatusTag } from '../../shared/ui/status-tag.tsx'
import { TreeView } from '../../shared/ui/tree-view.tsx'
import { AreaActions } from './area-actions.tsx'
import { AreaLinks } from './area-links.tsx'
import { type AreaPage as Area, useArea, useAreaBranch, useBoundaries } from './area-queries.ts'

export function AreaPage() {
  const { id } = getRouteApi('/frame/areas/$id').useParams()
  const { data: area, error, isPending } = useArea(id)
  if (isPending) return <PlaceholderLines lines={8} />
  if (!area) {
    return (
      <>
        <PageHeader title={m['office.areas.title']()} />
        <ProblemNotice error={error} action={<Link to="/areas">{m['office.areas.back']()}</Link>} />
      </>
    )
  }
  return <AreaSheets key={id} area={area} />
}

function AreaSheets({ area }: { area: Area }) {
  const may = useMay()
  const trail: Step[] = [
    { label: m['office.areas.title'](), link: { to: '/areas' } },
    ...area.ancestors.map(
      ({ id, name }): Step => ({ label: name, link: { to: '/areas/$id', params: { id } } }),
    ),
  ]
  return (
    <>
      <PageHeader
        title={area.name}
        trail={trail}
        aside={<StatusTag tone="active">{levelName(area.level)}</StatusTag>}
        actions={<AreaActions area={area} />}
      />
      <div className="panels">
        <Panel title={m['office.areas.facts']()}>
          <Facts facts={factsOf(area)} />
        </Panel>
        <div className="panels-side">
          <Panel
            title={m['office.areas.below']()}
            aside={<StatusTag>{m['office.areas.count']({ count: formatCount(area.childCount) })}</StatusTag>}
            flush
          >
            <Below area={area} />
          </Panel>
          <AreaMap area={area} />
        </div>
        {area.successions.length > 0 && (
          <Panel title={m['office.areas.successions']()}>
            <Successions area={area} />
          </Panel>
        )}
        {may('audit.read') && <RecordHistory subjectId={area.id} />}
      </div>
    </>
  )
}

const SQUARE_METERS_A_SQUARE_KILOMETER = 1_000_000

function factsOf(area: Area) {
  const kilometers = area.squareMeters === null ? null : area.squareMeters / SQUARE_METERS_A_SQUARE_KILOMETER
  return [
    { term: m['office.field.code'](), value: area.code },
    { term: m['office.field.kind'](), value: area.kind },
    { term: m['office.areas.validity'](), value: validityText(area) },
    {
      term: m['office.areas.size'](),
      value:
        kilometers === null ? null : m['office.areas.squareKilometers']({ number: kilometers.toFixed(2) }),
    },
    { term: m['office.areas.sites'](), value: formatCount(area.siteCount) },
    {
      term: m['office.areas.organizations'](),
      value: area.organizations.length > 0 && (
        <ul>
          {area.organizations.map(({ id, name }) => (
            <li key={id}>
              <Link to="/organizations/$id" params={{ id }}>
                {name}
              </Link>
            </li>
          ))}
        </ul>
      ),
    },
  ].map(({ term, value }) => ({ term, value: value === false ? null : value }))
}

function Below({ area }: { area: Area }) {
  return (
    <TreeView
      label={m['office.areas.below']()}
      useBranch={useAreaBranch}
      below={area.id}
      render={(node) => (
        <>
          <Link to="/areas/$id" params={{ id: node.id }}>
            {node.name}
          </Link>
          <span className="tree-detail">{levelName(node.level)}</span>
        </>
      )}
      empty={<EmptyState title={m['office.areas.nothingBelow']()} />}
    />
  )
}

/** Its own boundary, and those of what lies directly below. */
function AreaMap({ area }: { area: Area }) {
  const own = useBoundaries({ areaId: area.id })
  const below = useBoundaries({ parentId: area.id })
  const navigate = useNavigate()
  const shown = area.childCount > 0 && below && below.features.length > 0 ? below : own
  return (
    <Panel title={m['office.areas.boundary']()} flush>
      {area.hasBoundary || area.childCount > 0 ? (
        shown && (
          <MapView
            label={m['office.areas.boundaryOf']({ name: area.name })}
            areas={shown}
            bounds={area.bounds}
            onChoose={(id) => void navigate({ to: '/areas/$id', params: { id } })}
            alternative={<AreaLinks boundaries={shown} />}
          />
        )
      ) : (
        <EmptyState title={m['office.areas.noBoundary']()} hint={m['office.areas.noBoundaryHint']()} />
      )}
    </Panel>
  )
}

const SUCCESSIONS = {
  split: m['office.areas.splitOn'],
  merge: m['office.areas.mergedOn'],
  rename: m['office.areas.renamedOn'],
} as const

function Successions({ area }: { area: Area }) {
  return (
    <ul>
      {area.successions.map(({ from, to, kind, onDay }) => (
        <li key={`${from.id} ${to.id}`}>{SUCCESSIONS[kind]({ day: onDay, from: from.name, to: to.name })}</li>
      ))}
    </ul>
  )
}
