import { m } from '@chuangcheng/messages'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { call } from '../../shared/api/client.ts'
import { formatCount } from '../../shared/language/format.ts'
import { useMay } from '../../shared/session/session.ts'
import { Facts } from '../../shared/ui/facts.tsx'
import { Panel } from '../../shared/ui/panel.tsx'
import { PlaceholderLines } from '../../shared/ui/placeholder-lines.tsx'
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx'
import { BaseMapDrawer } from './base-map-drawer.tsx'

/** The city's own map under everything, and what has to be printed on it. */
export function BaseMapPanel() {
  const base = useQuery({ queryKey: ['base-map'], queryFn: ({ signal }) => call('getBaseMap', { signal }) })
  const mayChange = useMay()('area.import')
  const [changing, setChanging] = useState(false)
  const count = base.data?.map.features.length ?? 0
  return (
    <Panel
      title={m['office.settings.baseMap']()}
      aside={
        mayChange && (
          <Button onClick={() => setChanging(true)}>
            {count === 0 ? m['office.settings.addBaseMap']() : m['office.settings.changeBaseMap']()}
          </Button>
        )
      }
    >
      <ProblemNotice error={base.error} />
      {base.isPending && <PlaceholderLines lines={2} />}
      {base.data && (
        <Facts
          facts={[
            {
              term: m['office.settings.baseMapContent'](),
              value:
                count === 0
                  ? m['office.settings.noBaseMap']()
                  : m['office.settings.baseMapCount']({ count: formatCount(count) }),
            },
            { term: m['office.field.attribution'](), value: base.data.attribution },
            { term: m['office.field.approvalNumber'](), value: base.data.approvalNumber },
          ]}
        />
      )}
      {changing && base.data && (
        <BaseMapDrawer
          attribution={base.data.attribution}
          approvalNumber={base.data.approvalNumber}
          onClose={() => setChanging(false)}
        />
      )}
    </Panel>
  )
}
