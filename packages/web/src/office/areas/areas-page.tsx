import '../../shared/ui/panel.css'
import { m } from '@chuangcheng/messages'
import { Link, useNavigate } from '@tanstack/react-router'
import { MapView } from '../../shared/map/map-view.tsx'
import { useMay } from '../../shared/session/session.ts'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { levelName } from '../../shared/ui/field-words.ts'
import { LinkButton } from '../../shared/ui/link-button.tsx'
import { PageHeader } from '../../shared/ui/page-header.tsx'
import { Panel } from '../../shared/ui/panel.tsx'
import { StatusTag } from '../../shared/ui/status-tag.tsx'
import { TreeView } from '../../shared/ui/tree-view.tsx'
import { AddArea } from './area-actions.tsx'
import { AreaLinks } from './area-links.tsx'
import { type AreaRow, useAreaBranch, useBoundaries } from './area-queries.ts'

/** The areas of the city, as a tree and on the map. */
export function AreasPage() {
  const boundaries = useBoundaries({ level: 'subdistrict' })
  const navigate = useNavigate()
  const may = useMay()
  return (
    <>
      <PageHeader
        title={m['office.areas.title']()}
        lead={m['office.areas.lead']()}
        actions={
          <>
            {may('area.import') && <LinkButton to="/areas/import">{m['office.import.button']()}</LinkButton>}
            <AddArea />
          </>
        }
      />
      <div className="panels-side">
        <Panel title={m['office.areas.tree']()} flush>
          <TreeView
            label={m['office.areas.tree']()}
            useBranch={useAreaBranch}
            openLevels={2}
            render={(area) => <AreaLine area={area} />}
            empty={<EmptyState title={m['office.areas.empty']()} hint={m['office.areas.emptyHint']()} />}
          />
        </Panel>
        <Panel title={m['office.areas.map']()} flush>
          <MapView
            label={m['office.areas.map']()}
            areas={boundaries}
            height="min(68vh, 720px)"
            onChoose={(id) => void navigate({ to: '/areas/$id', params: { id } })}
            alternative={<AreaLinks boundaries={boundaries} />}
          />
        </Panel>
      </div>
    </>
  )
}

function AreaLine({ area }: { area: AreaRow }) {
  return (
    <>
      <Link to="/areas/$id" params={{ id: area.id }}>
        {area.name}
      </Link>
      <span className="tree-detail">{levelName(area.level)}</span>
      {!area.hasBoundary && <StatusTag tone="caution">{m['office.areas.noBoundary']()}</StatusTag>}
    </>
  )
}
