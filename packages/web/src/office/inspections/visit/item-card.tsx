import { asksForPhoto, fails } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import { Input } from 'antd'
import { memo } from 'react'
import type { AskedItem } from '../../../shared/checklist/answers.ts'
import { fits } from '../../../shared/checklist/answers.ts'
import { Verdict } from '../../../shared/checklist/verdict.tsx'
import { PhotoField } from '../../../shared/photo/photo-field.tsx'
import { StatusTag } from '../../../shared/ui/status-tag.tsx'
import { ItemLook } from './item-look.tsx'
import type { Given } from './visit-draft.ts'

/** What a card can do; the same functions for as long as the page lives, so that only the answered card is drawn anew. */
export type CardActions = {
  readonly give: (item: AskedItem, part: Partial<Given>) => void
  readonly addPhoto: (itemId: string, photoId: string) => void
  readonly removePhoto: (itemId: string, photoId: string) => void
  readonly setBusy: (itemId: string, count: number) => void
  readonly thumbnailOf: (photoId: string) => string
}

type Props = {
  item: AskedItem
  place: number
  given: Given
  /** it failed when the site was last looked at */
  failedBefore: boolean
  isCurrent: boolean
  /** somebody wanted to submit, and this was missing */
  isMissing: boolean
  actions: CardActions
}

const MOST_PHOTOS = 9
export const NOTE_LENGTH = 1000

/** One item: what is asked, how to look, the answer, and, where it fails, what was seen. */
function Card({ item, place, given, failedBefore, isCurrent, isMissing, actions }: Props) {
  const answer = given.answer !== null && fits(item, given.answer) ? given.answer : undefined
  const failed = answer !== undefined && fails(item.answer, answer)
  const classes = [
    'visit-item',
    failed && 'visit-item-failed',
    isCurrent && 'visit-item-current',
    isMissing && answer === undefined && 'visit-item-missing',
  ]
  return (
    <li className={classes.filter(Boolean).join(' ')} data-item={item.id}>
      <div className="visit-item-head">
        <span className="visit-item-place">{place}</span>
        <p className="visit-item-text">{item.text}</p>
      </div>
      {failedBefore && (
        <p className="visit-item-before">
          <StatusTag tone="caution">{m['office.visit.failedBefore']()}</StatusTag>
        </p>
      )}
      <ItemLook item={item} />
      <Verdict item={item} answer={answer} onAnswer={(said) => actions.give(item, { answer: said })} />
      {failed && (
        <Failed
          item={item}
          given={given}
          isMissing={isMissing}
          needsPhoto={asksForPhoto(item, answer)}
          actions={actions}
        />
      )}
    </li>
  )
}

export const ItemCard = memo(Card)

type FailedProps = {
  item: AskedItem
  given: Given
  isMissing: boolean
  needsPhoto: boolean
  actions: CardActions
}

/** What is asked of an item that fails, and only of one that fails. */
function Failed({ item, given, isMissing, needsPhoto, actions }: FailedProps) {
  return (
    <div className="visit-failed">
      <Input.TextArea
        className="visit-note"
        aria-label={m['office.visit.noteOf']({ item: item.text })}
        placeholder={m['office.visit.notePlaceholder']()}
        maxLength={NOTE_LENGTH}
        autoSize={{ minRows: 1, maxRows: 6 }}
        value={given.note}
        onChange={(event) => actions.give(item, { note: event.target.value })}
      />
      {needsPhoto && (
        <PhotoField
          label={item.text}
          purpose={item.photoPurpose}
          missing={isMissing && given.photoIds.length === 0}
          photoIds={given.photoIds}
          most={MOST_PHOTOS}
          thumbnailOf={actions.thumbnailOf}
          onAdd={(photoId) => actions.addPhoto(item.id, photoId)}
          onRemove={(photoId) => actions.removePhoto(item.id, photoId)}
          onBusy={(count) => actions.setBusy(item.id, count)}
        />
      )}
      <p className="visit-hands-over" role="status">
        {item.handOver ? m['office.visit.handsOver']() : m['office.visit.recordsOnly']()}
      </p>
    </div>
  )
}
