import { m } from '@chuangcheng/messages'
import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { addressOf } from '../../../shared/api/client.ts'
import { PhotoField } from '../../../shared/photo/photo-field.tsx'
import { ProblemNotice } from '../../../shared/ui/problem-notice.tsx'
import type { StepProps } from './step-props.ts'
import { useSteps } from './use-steps.ts'

const MOST_PHOTOS = 9
const NOTE_LENGTH = 1000

const thumbnailOf = (id: string): string => addressOf('getFileThumbnail', { params: { id } })

/** The report that it is put right: a photo where the case asks for one, words only if one likes. */
export function RectifyForm({ one, onDone }: StepProps) {
  const [photoIds, setPhotoIds] = useState<readonly string[]>([])
  const [note, setNote] = useState('')
  const [busy, setBusy] = useState(0)
  const { rectify } = useSteps(one)
  const sending = useMutation({
    mutationFn: () => rectify({ photoIds: [...photoIds], ...(note.trim() && { reason: note.trim() }) }),
    onSuccess: () => onDone(m['office.cases.reported']()),
  })
  const lacksPhoto = one.photoRequired && photoIds.length === 0
  const returned = one.state === 'returned' ? one.steps.findLast(({ step }) => step === 'return') : undefined
  return (
    <div className="case-step case-rectify">
      {returned && (
        <p className="notice notice-hint">{m['office.cases.returnedBecause']({ reason: returned.reason })}</p>
      )}
      <PhotoField
        label={one.title}
        purpose={one.photoRequired ? m['office.cases.photoNeeded']() : m['office.cases.photoOptional']()}
        missing={false}
        photoIds={photoIds}
        most={MOST_PHOTOS}
        thumbnailOf={thumbnailOf}
        onAdd={(id) => setPhotoIds((before) => [...before, id])}
        onRemove={(id) => setPhotoIds((before) => before.filter((each) => each !== id))}
        onBusy={setBusy}
      />
      <Input.TextArea
        aria-label={m['office.cases.note']()}
        placeholder={m['office.cases.notePlaceholder']()}
        maxLength={NOTE_LENGTH}
        autoSize={{ minRows: 1, maxRows: 6 }}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <ProblemNotice error={sending.error} />
      <div className="case-step-buttons">
        <Button
          type="primary"
          size="large"
          disabled={lacksPhoto || busy > 0}
          loading={sending.isPending}
          onClick={() => sending.mutate()}
        >
          {lacksPhoto ? m['office.cases.photoFirst']() : m['office.cases.submit']()}
        </Button>
      </div>
    </div>
  )
}
