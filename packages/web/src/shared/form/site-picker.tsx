import './form-drawer.css'
import { call, type Response } from '../api/client.ts'
import { type PickedRecord, type PickerProps, RecordPicker } from './record-picker.tsx'

type Row = Pick<Response<'listSites'>['items'][number], 'id' | 'name' | 'code' | 'type'>

const picked = ({ id, name, code, type }: Row): PickedRecord => ({ id, name, detail: `${type.name} ${code}` })

/** Chooses a site (点位). */
export function SitePicker(props: PickerProps) {
  return (
    <RecordPicker
      {...props}
      register="sites"
      find={async (text, signal) =>
        (await call('listSites', { query: { text, limit: 30 }, signal })).items.map(picked)
      }
      get={async (id, signal) => picked(await call('getSite', { params: { id }, signal }))}
    />
  )
}
