import '../../shared/ui/panel.css'
import './settings.css'
import { m } from '@chuangcheng/messages'
import { Link, type LinkProps } from '@tanstack/react-router'
import { useMay } from '../../shared/session/session.ts'
import { PageHeader } from '../../shared/ui/page-header.tsx'
import { Panel } from '../../shared/ui/panel.tsx'
import { AccountPanel } from './account-panel.tsx'
import { BaseMapPanel } from './base-map-panel.tsx'
import { CityPanel } from './city-panel.tsx'

/** My own account for everybody; the city's settings for whoever may look at them. */
export function SettingsPage() {
  const may = useMay()
  return (
    <>
      <PageHeader title={m['office.settings.title']()} lead={m['office.settings.lead']()} />
      <div className="panels">
        <AccountPanel />
        {may('city.read') && <CityPanel />}
        <MorePanel />
        <BaseMapPanel />
      </div>
    </>
  )
}

type Destination = { to: NonNullable<LinkProps['to']>; title: string; hint: string }

/** Settings that fill a page of their own. */
function MorePanel() {
  const may = useMay()
  const destinations: Destination[] = [
    ...(may('user.read')
      ? [
          {
            to: '/settings/roles',
            title: m['office.settings.roles'](),
            hint: m['office.settings.rolesHint'](),
          } as const,
        ]
      : []),
    ...(may('site.read')
      ? [
          {
            to: '/settings/site-types',
            title: m['office.settings.siteTypes'](),
            hint: m['office.settings.siteTypesHint'](),
          } as const,
        ]
      : []),
  ]
  if (destinations.length === 0) return null
  return (
    <Panel title={m['office.settings.more']()} flush>
      <ul className="settings-links">
        {destinations.map(({ to, title, hint }) => (
          <li key={to}>
            <Link to={to}>{title}</Link>
            <p className="faint">{hint}</p>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
