import { m } from '@chuangcheng/messages'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { v7 as newId } from 'uuid'
import { call } from '../../shared/api/client.ts'
import { FormDrawer } from '../../shared/form/form-drawer.tsx'
import { forgetFrameworks, type VersionRow } from './framework-queries.ts'
import { LabelField, YearField } from './version-fields.tsx'

type Values = { label: string; year: number }
type Props = { version: Pick<VersionRow, 'id' | 'label' | 'year'>; onClose: () => void }

/** A new draft from a version; leads to what changed, which is nothing yet, and from there to the tree. */
export function SuccessorDrawer({ version, onClose }: Props) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const year = version.year + 1
  const save = async ({ label, year: chosen }: Values) => {
    const id = newId()
    await call('succeedFrameworkVersion', {
      params: { id: version.id },
      body: { id, label: label.trim(), year: chosen },
    })
    await forgetFrameworks(queries)
    await navigate({ to: '/frameworks/$versionId', params: { versionId: id } })
  }
  return (
    <FormDrawer<Values>
      title={m['office.frameworks.succeed']()}
      lead={m['office.frameworks.succeedLead']({ label: version.label })}
      values={{ label: m['office.frameworks.usualLabel']({ year }), year }}
      submitLabel={m['office.frameworks.succeedAction']()}
      save={save}
      onClose={onClose}
    >
      <div className="form-pair">
        <YearField />
        <LabelField />
      </div>
    </FormDrawer>
  )
}
