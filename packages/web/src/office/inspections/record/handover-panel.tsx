import PrinterOutlined from '@ant-design/icons/PrinterOutlined'
import { m } from '@chuangcheng/messages'
import { Button } from 'antd'
import { addressOf } from '../../../shared/api/client.ts'
import { formatCount, formatDay } from '../../../shared/language/format.ts'
import { PhotoWall } from '../../../shared/photo/photo-wall.tsx'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { Panel } from '../../../shared/ui/panel.tsx'
import { StatusTag } from '../../../shared/ui/status-tag.tsx'
import type { VisitRecord } from '../visit/assignment-queries.ts'
import { CaseLink } from './case-link.tsx'
import { photosOf } from './visit-photos.ts'

type Finding = VisitRecord['findings'][number]

/** What was found and handed over: to whom, why there, until when. */
export function HandoverPanel({ visit }: { visit: VisitRecord }) {
  const { findings, id, state } = visit
  const isHandedOver = findings.some((finding) => finding.case !== null)
  if (findings.length === 0) {
    return (
      <Panel title={m['office.record.findings']()}>
        <EmptyState title={m['office.record.nothingFound']()} hint={m['office.record.nothingFoundHint']()} />
      </Panel>
    )
  }
  return (
    <Panel
      title={m['office.record.findingsCount']({ count: formatCount(findings.length) })}
      aside={
        isHandedOver &&
        state === 'standing' && (
          <Button
            icon={<PrinterOutlined aria-hidden="true" />}
            href={addressOf('printHandoverSlip', { params: { id } })}
            download
          >
            {m['office.record.slip']()}
          </Button>
        )
      }
      flush
    >
      <ol className="findings">
        {findings.map((finding) => (
          <FindingItem key={finding.id} visit={visit} finding={finding} />
        ))}
      </ol>
    </Panel>
  )
}

function FindingItem({ visit, finding }: { visit: VisitRecord; finding: Finding }) {
  const { itemText, note, photoIds, dueAt } = finding
  return (
    <li className="finding">
      <div className="finding-what">
        <h3>{itemText}</h3>
        {note && <p className="finding-note">{note}</p>}
        {photoIds.length > 0 && <PhotoWall label={itemText} photos={photosOf(visit.id, photoIds)} />}
      </div>
      <div className="finding-goes">
        <ToWhom finding={finding} />
        <p className="finding-why">{finding.becauseText}</p>
        <p className="finding-case">
          {finding.case ? (
            <CaseLink id={finding.case.id} number={finding.case.number} />
          ) : (
            m['office.record.notHandedOver']()
          )}
          {dueAt && <span>{m['office.record.dueOn']({ day: formatDay(dueAt) })}</span>}
        </p>
      </div>
    </li>
  )
}

/** The first gets the case, the others are named beside it. */
function ToWhom({ finding }: { finding: Finding }) {
  const [first, ...others] = finding.organizations
  if (!first) {
    return (
      <p className="finding-to">
        <StatusTag tone="caution">{m['office.record.unassigned']()}</StatusTag>
      </p>
    )
  }
  return (
    <>
      <p className="finding-to">
        <span>{m['office.record.handedTo']()}</span>
        <strong>{first.name}</strong>
        <StatusTag>{m[`dutyRole.${first.role}`]()}</StatusTag>
      </p>
      {others.length > 0 && (
        <p className="finding-others">
          {m['office.record.alsoNamed']({ names: others.map(({ name }) => name).join('、') })}
        </p>
      )}
    </>
  )
}
