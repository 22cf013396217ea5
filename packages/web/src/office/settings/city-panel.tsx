import { m } from '@chuangcheng/messages'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { call, type Response } from '../../shared/api/client.ts'
import { FormDrawer } from '../../shared/form/form-drawer.tsx'
import { formatMoment } from '../../shared/language/format.ts'
import { sessionQuery, useMay } from '../../shared/session/session.ts'
import { Facts } from '../../shared/ui/facts.tsx'
import { Panel } from '../../shared/ui/panel.tsx'
import { PlaceholderLines } from '../../shared/ui/placeholder-lines.tsx'
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx'

const CITY = ['city'] as const

/** What the city is called; its code stays, people sign in by it. */
export function CityPanel() {
  const {
    data: city,
    error,
    isPending,
  } = useQuery({
    queryKey: CITY,
    queryFn: ({ signal }) => call('getCity', { signal }),
  })
  const may = useMay()
  const [editing, setEditing] = useState(false)
  return (
    <Panel
      title={m['office.settings.city']()}
      aside={
        may('city.edit') &&
        city && <Button onClick={() => setEditing(true)}>{m['office.settings.renameCity']()}</Button>
      }
    >
      <ProblemNotice error={error} />
      {isPending && <PlaceholderLines lines={2} />}
      {city && (
        <Facts
          facts={[
            { term: m['office.setUp.cityName'](), value: city.name },
            { term: m['office.setUp.cityCode'](), value: city.code },
            { term: m['office.settings.founded'](), value: formatMoment(city.createdAt) },
          ]}
        />
      )}
      {editing && city && <CityDrawer city={city} onClose={() => setEditing(false)} />}
    </Panel>
  )
}

function CityDrawer({ city, onClose }: { city: Response<'getCity'>; onClose: () => void }) {
  const queries = useQueryClient()
  const save = async ({ name }: { name: string }) => {
    const changed = await call('changeCity', { body: { name: name.trim() } })
    queries.setQueryData(CITY, changed)
    await queries.invalidateQueries({ queryKey: sessionQuery.queryKey })
  }
  return (
    <FormDrawer
      title={m['office.settings.renameCity']()}
      lead={m['office.settings.renameLead']()}
      values={{ name: city.name }}
      save={save}
      onClose={onClose}
    >
      <Form.Item
        name="name"
        label={m['office.setUp.cityName']()}
        rules={[{ required: true, whitespace: true, message: m['office.setUp.cityNameMissing']() }]}
      >
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
    </FormDrawer>
  )
}
