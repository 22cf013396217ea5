import './form-drawer.css'
import { call, type Response } from '../api/client.ts'
import { organizationKindName } from '../ui/field-words.ts'
import { type PickedRecord, type PickerProps, RecordPicker } from './record-picker.tsx'

type Row = Pick<Response<'listOrganizations'>['items'][number], 'id' | 'name' | 'code' | 'kind'>

const picked = ({ id, name, code, kind }: Row): PickedRecord => ({
  id,
  name,
  detail: `${organizationKindName(kind)} ${code}`,
})

/** Chooses an organization (单位). */
export function OrganizationPicker(props: PickerProps) {
  return (
    <RecordPicker
      {...props}
      register="organizations"
      find={async (text, signal) =>
        (await call('listOrganizations', { query: { text, limit: 30 }, signal })).items.map(picked)
      }
      get={async (id, signal) => picked(await call('getOrganization', { params: { id }, signal }))}
    />
  )
}
