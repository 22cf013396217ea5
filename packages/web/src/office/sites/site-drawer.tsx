import { m } from '@chuangcheng/messages'
import { useQueryClient } from '@tanstack/react-query'
import { Drawer } from 'antd'
import { useState } from 'react'
import { v7 as newId } from 'uuid'
import { call } from '../../shared/api/client.ts'
import { FormDrawer } from '../../shared/form/form-drawer.tsx'
import { differences } from '../../shared/ui/differences.ts'
import { fieldName } from '../../shared/ui/history-words.ts'
import { PlaceholderLines } from '../../shared/ui/placeholder-lines.tsx'
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx'
import { SiteFields } from './site-fields.tsx'
import { type SitePage, useSite, useSiteSaved } from './site-queries.ts'
import { bodyOf, changedBody, newSite, valuesOf } from './site-values.ts'

type AddProps = { onClose: () => void }

export function AddSiteDrawer({ onClose }: AddProps) {
  const queries = useQueryClient()
  const saved = useSiteSaved()
  // Made once: saving again after a cut connection must not make a second site.
  const [id] = useState(() => newId())
  const [values] = useState(newSite)
  return (
    <FormDrawer
      title={m['office.sites.add']()}
      lead={m['office.sites.addLead']()}
      values={values}
      save={async (given) => {
        saved(await call('addSite', { body: { id, ...bodyOf(given) } }))
        void queries.invalidateQueries({ queryKey: ['sites', 'list'] })
      }}
      onClose={onClose}
    >
      <SiteFields site={undefined} />
    </FormDrawer>
  )
}

type EditProps = { id: string; onClose: () => void }

export function EditSiteDrawer({ id, onClose }: EditProps) {
  const { data: site, error, refetch } = useSite(id)
  if (site) return <EditForm site={site} refresh={refetch} onClose={onClose} />
  return (
    <Drawer open title={m['office.sites.edit']()} size={520} onClose={onClose}>
      {error ? <ProblemNotice error={error} /> : <PlaceholderLines lines={8} />}
    </Drawer>
  )
}

type FormProps = { site: SitePage; refresh: () => Promise<unknown>; onClose: () => void }

function EditForm({ site, refresh, onClose }: FormProps) {
  const saved = useSiteSaved()
  const [opened] = useState(site)
  return (
    <FormDrawer
      title={m['office.sites.editTitle']({ name: site.name })}
      lead={opened.revision === site.revision ? undefined : <ChangedMeanwhile opened={opened} now={site} />}
      values={valuesOf(site)}
      save={async (given) => {
        const changes = changedBody(site, given)
        if (Object.keys(changes).length === 0) return
        saved(
          await call('changeSite', { params: { id: site.id }, body: { basedOn: site.revision, ...changes } }),
        )
      }}
      refresh={refresh}
      onClose={onClose}
    >
      <SiteFields site={site} />
    </FormDrawer>
  )
}

/** What somebody else changed while the form stood open. */
function ChangedMeanwhile({ opened, now }: { opened: SitePage; now: SitePage }) {
  const changed = differences(shown(opened), shown(now)).map(({ field }) => fieldName(field))
  return (
    <span className="notice notice-hint changed-meanwhile" role="status">
      {m['office.sites.changedMeanwhile']({ fields: changed.join(m['office.history.listComma']()) })}
    </span>
  )
}

/** The fields a reader knows; the rest follows from them. */
const shown = ({ code, name, type, address, position, area, holder, supervisor, state }: SitePage) => ({
  code,
  name,
  type,
  address,
  position,
  area,
  holder,
  supervisor,
  state,
})
