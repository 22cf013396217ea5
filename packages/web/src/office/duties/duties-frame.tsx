import '../../shared/ui/panel.css'
import '../../shared/form/form-drawer.css'
import './duties.css'
import { m } from '@chuangcheng/messages'
import { getRouteApi, Outlet, useRouterState } from '@tanstack/react-router'
import { Button } from 'antd'
import { addressOf } from '../../shared/api/client.ts'
import { useFrameworkVersions, usualVersion } from '../../shared/framework/framework-versions.ts'
import { VersionSelect } from '../../shared/framework/version-select.tsx'
import { useMay } from '../../shared/session/session.ts'
import { LinkButton } from '../../shared/ui/link-button.tsx'
import { LinkTabs } from '../../shared/ui/link-tabs.tsx'
import { PageHeader } from '../../shared/ui/page-header.tsx'

const route = getRouteApi('/frame/duties')

/** The version all views of the duties are about: the one in the address, else the usual one. */
export function useDutiesVersion() {
  const { version } = route.useSearch()
  const { data, isPending, error, refetch } = useFrameworkVersions()
  const choices = data ?? []
  const chosen = choices.find(({ id }) => id === version) ?? usualVersion(choices)
  return { chosen, choices, isPending, error, again: () => void refetch() }
}

/** What stands around every view of the duties: the version, the exports, and the views. */
export function DutiesFrame() {
  const { chosen, choices } = useDutiesVersion()
  const navigate = route.useNavigate()
  const mayEdit = useMay()('duty.edit')
  return (
    <>
      <PageHeader
        title={m['office.duties.title']()}
        lead={m['office.duties.lead']()}
        actions={
          <>
            {choices.length > 0 && (
              <VersionSelect
                choices={choices}
                value={chosen?.id}
                onChange={(version) => void navigate({ to: '.', search: { version } })}
              />
            )}
            {chosen && <Exports versionId={chosen.id} />}
            {mayEdit && <LinkButton to="/duties/import">{m['office.import.button']()}</LinkButton>}
          </>
        }
      />
      <Views version={chosen?.id} />
      <Outlet />
    </>
  )
}

/** The decomposition table (责任分解表), to work on and to print. */
function Exports({ versionId }: { versionId: string }) {
  return (
    <>
      <Button href={addressOf('printDecomposition', { query: { versionId, form: 'xlsx' } })} download>
        {m['office.duties.exportExcel']()}
      </Button>
      <Button href={addressOf('printDecomposition', { query: { versionId, form: 'docx' } })} download>
        {m['office.duties.exportWord']()}
      </Button>
    </>
  )
}

function Views({ version }: { version: string | undefined }) {
  const path = useRouterState({ select: ({ location }) => location.pathname }).replace(/\/$/, '')
  const views = [
    { label: m['office.duties.view.matrix'](), to: '/duties' },
    { label: m['office.duties.view.onSite'](), to: '/duties/on-site' },
    { label: m['office.duties.view.responsible'](), to: '/duties/responsible' },
  ] as const
  return (
    <div className="duties-views">
      <LinkTabs
        label={m['office.duties.views']()}
        tabs={views.map(({ label, to }) => ({
          label,
          link: { to, search: { version } },
          current: path === to,
        }))}
      />
    </div>
  )
}
