import { m } from '@chuangcheng/messages'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { OrganizationPicker } from '../../../shared/form/organization-picker.tsx'
import { StatusTag } from '../../../shared/ui/status-tag.tsx'
import { CasePlace, CaseThumbnail } from '../case-list.tsx'
import type { UnassignedCase } from '../case-queries.ts'
import { dueOf, likelyName } from '../case-words.ts'

type Props = {
  row: UnassignedCase
  chosen: string | null
  /** why it could not be given away */
  refusal: string | undefined
  onChoose: (organizationId: string | null) => void
}

const SHOWN = 3

/** A case that nobody owns, why it is here, and to whom it could go. */
export function InboxRow({ row, chosen, refusal, onChoose }: Props) {
  const [now] = useState(() => Date.now())
  const due = dueOf(row, now)
  return (
    <li className={chosen ? 'case-row inbox-row inbox-chosen' : 'case-row inbox-row'}>
      <CaseThumbnail row={row} />
      <div className="case-row-what">
        <p className="case-row-title">
          <Link to="/cases/$id" params={{ id: row.id }}>
            {row.title}
          </Link>
        </p>
        <CasePlace row={row} />
        <p className="case-row-number">
          {row.number}
          {due.text !== '' && <span className={`case-due case-due-${due.tone}`}>{due.text}</span>}
        </p>
        {row.reason !== '' && (
          <p className="inbox-reason">{m['office.inbox.declined']({ reason: row.reason })}</p>
        )}
        {refusal && <StatusTag tone="alarm">{refusal}</StatusTag>}
      </div>
      <GoesTo row={row} chosen={chosen} onChoose={onChoose} />
    </li>
  )
}

function GoesTo({ row, chosen, onChoose }: Omit<Props, 'refusal'>) {
  const likely = row.likely.slice(0, SHOWN)
  const isOther = chosen !== null && !likely.some(({ id }) => id === chosen)
  return (
    <fieldset className="inbox-goes">
      <legend className="visually-hidden">{m['office.inbox.goesTo']({ title: row.title })}</legend>
      <div className="likely-chips">
        {likely.map(({ id, name, ground }) => (
          <button
            key={id}
            type="button"
            className="likely-chip"
            aria-pressed={id === chosen}
            onClick={() => onChoose(id === chosen ? null : id)}
          >
            {name}
            <span>{likelyName(ground)}</span>
          </button>
        ))}
      </div>
      <OrganizationPicker
        className="inbox-picker"
        label={m['office.cases.otherOrganization']()}
        value={isOther ? chosen : null}
        onChange={onChoose}
      />
    </fieldset>
  )
}
