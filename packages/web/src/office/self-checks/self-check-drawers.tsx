import { m } from '@chuangcheng/messages'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Form, Input } from 'antd'
import { useState } from 'react'
import { v7 as newId } from 'uuid'
import { call } from '../../shared/api/client.ts'
import { DayInput } from '../../shared/form/day-input.tsx'
import { changesOf, localToday } from '../../shared/form/field-values.ts'
import { FormDrawer } from '../../shared/form/form-drawer.tsx'
import { useFrameworkVersions, usualVersion } from '../../shared/framework/framework-versions.ts'
import { VersionSelect } from '../../shared/framework/version-select.tsx'
import { forgetSelfChecks, type SelfCheck } from './self-check-queries.ts'

type Named = { name: string; dueOn: string | null }
type Values = Named & { versionId: string | undefined }

/** Asks every leading organization to check its criteria until a day. */
export function OpenSelfCheckDrawer({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { data } = useFrameworkVersions()
  const choices = (data ?? []).filter(({ state }) => state === 'published')
  const versionId = usualVersion(choices)?.id
  const [today] = useState(() => localToday(new Date()))
  const save = async ({ name, dueOn, ...given }: Values) => {
    const { id } = await call('openSelfCheck', {
      body: { id: newId(), versionId: given.versionId ?? '', name: name.trim(), dueOn: dueOn ?? '' },
    })
    await forgetSelfChecks(queries)
    await navigate({ to: '/self-checks/$id', params: { id } })
  }
  return (
    <FormDrawer<Values>
      key={versionId ?? ''}
      title={m['office.selfChecks.open']()}
      lead={m['office.selfChecks.openLead']()}
      values={{ name: '', dueOn: null, versionId }}
      submitLabel={m['office.selfChecks.openNow']()}
      save={save}
      onClose={onClose}
    >
      <Form.Item
        name="versionId"
        label={m['office.ui.frameworkVersion']()}
        extra={data && choices.length === 0 ? m['office.selfChecks.nonePublished']() : undefined}
        rules={[{ required: true, message: m['office.selfChecks.versionMissing']() }]}
      >
        <VersionSelect choices={choices} />
      </Form.Item>
      <NamedFields from={today} />
    </FormDrawer>
  )
}

function NamedFields({ from }: { from?: string }) {
  return (
    <>
      <Form.Item
        name="name"
        label={m['office.selfChecks.name']()}
        extra={m['office.selfChecks.nameHint']()}
        rules={[{ required: true, whitespace: true, message: m['office.selfChecks.nameMissing']() }]}
      >
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="dueOn"
        label={m['office.selfChecks.dueOn']()}
        extra={m['office.selfChecks.dueOnHint']()}
        rules={[{ required: true, message: m['office.selfChecks.dueOnMissing']() }]}
      >
        <DayInput {...(from && { from })} />
      </Form.Item>
    </>
  )
}

export function EditSelfCheckDrawer({ selfCheck, onClose }: { selfCheck: SelfCheck; onClose: () => void }) {
  const queries = useQueryClient()
  const [before] = useState<Named>({ name: selfCheck.name, dueOn: selfCheck.dueOn })
  const save = async (given: Named) => {
    const { name, dueOn } = changesOf(before, given)
    if (name === undefined && dueOn === undefined) return
    await call('changeSelfCheck', {
      params: { id: selfCheck.id },
      body: { basedOn: selfCheck.revision, ...(name !== undefined && { name }), ...(dueOn && { dueOn }) },
    })
    await forgetSelfChecks(queries)
  }
  return (
    <FormDrawer<Named>
      title={m['office.selfChecks.edit']()}
      values={before}
      save={save}
      refresh={() => forgetSelfChecks(queries)}
      onClose={onClose}
    >
      <NamedFields />
    </FormDrawer>
  )
}
