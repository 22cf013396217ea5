import { m } from '@chuangcheng/messages'
import { Button } from 'antd'
import { addressOf } from '../../shared/api/client.ts'

type Props = { id: string; prominent?: boolean }

/** The document and the workbook beside it, as they were made. */
export function BriefingFiles({ id, prominent = false }: Props) {
  const input = { params: { id } }
  return (
    <>
      <Button href={addressOf('getBriefingDetails', input)} download>
        {m['office.briefings.details']()}
      </Button>
      <Button
        type={prominent ? 'primary' : 'default'}
        href={addressOf('getBriefingDocument', input)}
        download
      >
        {m['office.briefings.document']()}
      </Button>
    </>
  )
}
