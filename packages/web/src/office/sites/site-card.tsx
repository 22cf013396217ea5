import CloseOutlined from '@ant-design/icons/CloseOutlined'
import { m } from '@chuangcheng/messages'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { type ReactNode, useEffect, useRef } from 'react'
import { PlaceholderLines } from '../../shared/ui/placeholder-lines.tsx'
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx'
import { StatusTag } from '../../shared/ui/status-tag.tsx'
import { MovingBar } from './moving-bar.tsx'
import type { SitePage } from './site-queries.ts'
import { stateName, stateTone } from './site-words.ts'
import type { Moving } from './use-moving.ts'

type Props = {
  site: SitePage | undefined
  error: unknown
  moving: Moving
  refresh: () => Promise<unknown>
  onClose: () => void
  actions: ((site: SitePage) => ReactNode) | undefined
}

/** The site chosen on the map, in short. */
export function SiteCard({ site, error, moving, refresh, onClose, actions }: Props) {
  const card = useRef<HTMLElement>(null)
  const isHere = site !== undefined || Boolean(error)
  // On a phone it stands below the map, out of sight.
  useEffect(() => {
    if (isHere) card.current?.scrollIntoView({ block: 'nearest' })
  }, [isHere])
  return (
    <section ref={card} className="site-card" aria-label={site?.name ?? m['office.ui.loading']()}>
      <Button
        className="site-card-close"
        type="text"
        icon={<CloseOutlined />}
        aria-label={m['office.form.close']()}
        onClick={onClose}
      />
      <ProblemNotice error={error} />
      {!site && !error && <PlaceholderLines lines={3} />}
      {site && (
        <>
          <h2>
            <Link to="/sites/$id" params={{ id: site.id }}>
              {site.name}
            </Link>
          </h2>
          <p className="site-card-line">
            {site.code} · {site.type.name}{' '}
            <StatusTag tone={stateTone(site.state)}>{stateName(site.state)}</StatusTag>
          </p>
          <dl className="site-card-facts">
            <CardFact term={m['office.field.address']()} value={site.address} />
            <CardFact term={m['office.field.area']()} value={site.area?.name} />
            <CardFact term={m['office.field.holder']()} value={site.holder?.name} />
            <CardFact term={m['office.field.supervisor']()} value={site.supervisor?.name} />
          </dl>
          {moving.active ? (
            <MovingBar moving={moving} refresh={refresh} />
          ) : (
            actions && <div className="site-card-actions">{actions(site)}</div>
          )}
        </>
      )}
    </section>
  )
}

function CardFact({ term, value }: { term: string; value: string | undefined }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{value || '—'}</dd>
    </div>
  )
}
