import DownOutlined from '@ant-design/icons/DownOutlined'
import { m } from '@chuangcheng/messages'
import { useState } from 'react'
import type { AskedItem } from '../../../shared/checklist/answers.ts'

/** How to look at an item and what is no violation: one line in sight, all of it a press away. */
export function ItemLook({ item }: { item: AskedItem }) {
  const [isOpen, setIsOpen] = useState(false)
  const exempt = item.exemptions.join(m['office.checklists.exemptionMark']())
  if (item.protocol === '' && exempt === '') return null
  return (
    <div className={isOpen ? 'visit-look visit-look-open' : 'visit-look'}>
      <button type="button" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        <span className="visit-look-lines">
          {item.protocol !== '' && (
            <span>
              <b>{m['office.visit.how']()}</b> {item.protocol}
            </span>
          )}
          {exempt !== '' && (
            <span className="visit-look-exempt">
              <b>{m['office.visit.exempt']()}</b> {exempt}
            </span>
          )}
        </span>
        <DownOutlined aria-hidden="true" />
      </button>
    </div>
  )
}
