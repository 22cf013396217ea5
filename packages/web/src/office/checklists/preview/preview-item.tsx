import CameraOutlined from '@ant-design/icons/CameraOutlined'
import { asksForPhoto, fails, type ItemAnswer } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import { fits } from '../../../shared/checklist/answers.ts'
import { Verdict } from '../../../shared/checklist/verdict.tsx'
import type { Item } from '../checklist-queries.ts'

type Props = {
  item: Item
  place: number
  answer: ItemAnswer | undefined
  current: boolean
  onAnswer: (answer: ItemAnswer) => void
}

/** One item on the phone: what is asked, how to look, what is no violation, the answer, and what failing brings. */
export function PreviewItem({ item, place, answer: given, current, onAnswer }: Props) {
  const answer = given && fits(item, given) ? given : undefined
  const failed = answer !== undefined && fails(item.answer, answer)
  return (
    <li className={current ? 'phone-item phone-item-current' : 'phone-item'} data-item={item.id}>
      <p className="phone-text">
        {place}. {item.text || m['office.checklists.noText']()}
      </p>
      {item.protocol && <p className="phone-how">{item.protocol}</p>}
      {item.exemptions.length > 0 && (
        <p className="phone-exempt">
          {m['office.checklists.preview.exempt']({
            list: item.exemptions.join(m['office.checklists.exemptionMark']()),
          })}
        </p>
      )}
      <Verdict item={item} answer={answer} onAnswer={onAnswer} />
      {failed && (
        <div className="phone-failed" role="status">
          {answer !== undefined && asksForPhoto(item, answer) && (
            <p className="phone-photo">
              <span className="phone-camera" aria-hidden="true">
                <CameraOutlined />
              </span>
              {m['office.checklists.preview.photo']({ purpose: item.photoPurpose || '—' })}
            </p>
          )}
          {item.handOver && <p>{m['office.checklists.preview.handOver']()}</p>}
        </div>
      )}
    </li>
  )
}
