import { m } from '@chuangcheng/messages'
import { Link } from '@tanstack/react-router'
import { formatMoment } from '../../../shared/language/format.ts'
import { MapView } from '../../../shared/map/map-view.tsx'
import { Facts } from '../../../shared/ui/facts.tsx'
import { Panel } from '../../../shared/ui/panel.tsx'
import type { VisitRecord } from '../visit/assignment-queries.ts'
import { positionWords } from '../visit/position-words.ts'

/** Who, when, where, by which checklist. */
export function RecordFacts({ visit }: { visit: VisitRecord }) {
  const { site, checklist, checklistVersion, position, distanceMeters } = visit
  return (
    <div className="panels record-facts">
      <Panel title={m['office.record.facts']()}>
        <Facts
          facts={[
            {
              term: m['office.round.site'](),
              value: (
                <Link to="/sites/$id" params={{ id: site.id }}>
                  {site.name}
                </Link>
              ),
            },
            {
              term: m['office.field.area'](),
              value: visit.areaPath.map(({ name }) => name).join(' · ') || null,
            },
            { term: m['office.record.inspector'](), value: visit.inspectorName },
            { term: m['office.record.startedAt'](), value: formatMoment(visit.startedAt) },
            { term: m['office.record.finishedAt'](), value: formatMoment(visit.finishedAt) },
            { term: m['office.record.recordedAt'](), value: formatMoment(visit.recordedAt) },
            {
              term: m['office.record.checklist'](),
              value: m['office.record.checklistVersion']({
                name: checklist.name,
                number: checklistVersion.number,
              }),
            },
            {
              term: m['office.record.position'](),
              value: position && positionWords(distanceMeters, position.accuracy),
            },
          ]}
        />
      </Panel>
      {position && (
        <Panel title={m['office.record.position']()} flush>
          <MapView label={m['office.record.position']()} height={240} pin={position} />
        </Panel>
      )}
    </div>
  )
}
