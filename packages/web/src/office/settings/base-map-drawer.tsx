import { m } from '@chuangcheng/messages'
import { useQueryClient } from '@tanstack/react-query'
import { Form, Input } from 'antd'
import { type Body, call, type Response } from '../../shared/api/client.ts'
import { FormDrawer } from '../../shared/form/form-drawer.tsx'
import { DatumQuestion } from '../../shared/import/datum-question.tsx'
import { UploadBox } from '../../shared/ui/upload-box.tsx'

type StoredFile = Response<'uploadFile'>
type Values = {
  file: StoredFile | null
  datum: Body<'changeBaseMap'>['datum'] | undefined
  attribution: string
  approvalNumber: string
}
type Props = { attribution: string; approvalNumber: string; onClose: () => void }

/** Puts another base map in the place of the one there is. */
export function BaseMapDrawer({ attribution, approvalNumber, onClose }: Props) {
  const queries = useQueryClient()
  const save = async ({ file, datum, ...words }: Values) => {
    if (!file || !datum) return // both are required by the form
    await call('changeBaseMap', { body: { fileId: file.id, datum, ...words } })
    await queries.invalidateQueries({ queryKey: ['base-map'] })
  }
  return (
    <FormDrawer<Values>
      title={m['office.settings.changeBaseMap']()}
      lead={m['office.settings.baseMapLead']()}
      values={{ file: null, datum: undefined, attribution, approvalNumber }}
      save={save}
      onClose={onClose}
    >
      <Form.Item name="file" rules={[{ required: true, message: m['office.settings.baseMapFileMissing']() }]}>
        <FileField />
      </Form.Item>
      <Form.Item name="datum" rules={[{ required: true, message: m['office.import.datum.missing']() }]}>
        <DatumField />
      </Form.Item>
      <Form.Item
        name="attribution"
        label={m['office.field.attribution']()}
        extra={m['office.settings.attributionHint']()}
      >
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="approvalNumber"
        label={m['office.field.approvalNumber']()}
        extra={m['office.settings.approvalHint']()}
      >
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
    </FormDrawer>
  )
}

type FileProps = { value?: StoredFile | null; onChange?: (file: StoredFile) => void }

function FileField({ value, onChange }: FileProps) {
  return (
    <>
      <UploadBox
        label={m['office.settings.baseMapFile']()}
        hint={m['office.settings.baseMapFileHint']()}
        accept=".geojson,.json"
        onStored={(file) => onChange?.(file)}
      />
      {value && <p role="status">{m['office.settings.baseMapChosen']({ name: value.name })}</p>}
    </>
  )
}

type DatumProps = { value?: Values['datum']; onChange?: (datum: NonNullable<Values['datum']>) => void }

function DatumField({ value, onChange }: DatumProps) {
  return <DatumQuestion value={value ?? null} onChange={(datum) => onChange?.(datum)} missing={false} />
}
