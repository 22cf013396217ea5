import './form-drawer.css'
import { call, type Response } from '../api/client.ts'
import { levelName } from '../ui/field-words.ts'
import { type PickedRecord, type PickerProps, RecordPicker } from './record-picker.tsx'

type Row = Pick<Response<'listAreas'>['items'][number], 'id' | 'name' | 'code' | 'level'>

const picked = ({ id, name, code, level }: Row): PickedRecord => ({
  id,
  name,
  detail: `${levelName(level)} ${code}`,
})

/** Chooses an area (区域). */
export function AreaPicker(props: PickerProps) {
  return (
    <RecordPicker
      {...props}
      register="areas"
      find={async (text, signal) =>
        (await call('listAreas', { query: { text, limit: 30 }, signal })).items.map(picked)
      }
      get={async (id, signal) => picked(await call('getArea', { params: { id }, signal }))}
    />
  )
}
