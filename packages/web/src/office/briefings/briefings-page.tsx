import './briefings.css'
import { m } from '@chuangcheng/messages'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { formatMoment } from '../../shared/language/format.ts'
import { useMay } from '../../shared/session/session.ts'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { CardStates } from '../../shared/ui/list-states.tsx'
import { PageHeader } from '../../shared/ui/page-header.tsx'
import { wholeList } from '../../shared/ui/use-keyset-list.ts'
import { BriefingFiles } from './briefing-files.tsx'
import { type Briefing, useBriefings } from './briefing-queries.ts'
import { MakeDrawer } from './make-drawer.tsx'

/** What was reported upwards (通报), the latest first. */
export function BriefingsPage() {
  const list = wholeList(useBriefings())
  const mayMake = useMay()('briefing.make')
  const [isMaking, setIsMaking] = useState(false)
  const make = mayMake && (
    <Button type="primary" onClick={() => setIsMaking(true)}>
      {m['office.briefings.make']()}
    </Button>
  )
  return (
    <>
      <PageHeader title={m['office.briefings.title']()} lead={m['office.briefings.lead']()} actions={make} />
      <CardStates
        list={list}
        empty={
          <EmptyState
            title={m['office.briefings.none']()}
            hint={mayMake ? m['office.briefings.noneHint']() : m['office.briefings.noneReadHint']()}
          />
        }
      >
        <ul className="briefings">
          {list.rows.map((briefing) => (
            <BriefingCard key={briefing.id} briefing={briefing} />
          ))}
        </ul>
      </CardStates>
      {isMaking && <MakeDrawer onClose={() => setIsMaking(false)} />}
    </>
  )
}

function BriefingCard({ briefing }: { briefing: Briefing }) {
  const { id, title, documentNumber, issuer, figureCount, madeAt, madeByName } = briefing
  return (
    <li className="sheet briefing">
      <div className="briefing-text">
        <p className="briefing-title">
          <Link to="/briefings/$id" params={{ id }}>
            {title}
          </Link>
        </p>
        <p className="briefing-detail">
          {[documentNumber, issuer, m['office.briefings.figureCount']({ count: figureCount })]
            .filter((one) => one !== '')
            .join(' · ')}
        </p>
        <p className="briefing-detail">
          {m['office.briefings.madeBy']({ name: madeByName ?? '', at: formatMoment(madeAt) })}
        </p>
      </div>
      <div className="briefing-files">
        <BriefingFiles id={id} />
      </div>
    </li>
  )
}
