import './preview.css'
import { fails, type ItemAnswer } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { fits } from '../../../shared/checklist/answers.ts'
import { groupsOf } from '../../../shared/checklist/item-groups.ts'
import { formatCount } from '../../../shared/language/format.ts'
import type { Item } from '../checklist-queries.ts'
import { PreviewItem } from './preview-item.tsx'

type Props = {
  name: string
  protocol: string
  items: readonly Item[]
  /** the item somebody is working on: brought into sight */
  focusId?: string | null
}

/** The checklist as an inspector holds it: to be tried by hand; nothing is stored. */
export function PhonePreview({ name, protocol, items, focusId = null }: Props) {
  const [answers, setAnswers] = useState<Readonly<Record<string, ItemAnswer>>>({})
  const screen = useRef<HTMLElement>(null)
  useEffect(() => {
    const target =
      focusId === null ? null : screen.current?.querySelector<HTMLElement>(`[data-item="${focusId}"]`)
    // Only the phone's own screen scrolls, never the page around it.
    if (target) screen.current?.scrollTo({ top: target.offsetTop - 60 })
  }, [focusId])
  const answered = items.filter(({ id }) => answers[id] !== undefined).length
  return (
    <div className="phone">
      <section
        className="phone-screen"
        ref={screen}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls only what it can reach
        tabIndex={0}
        aria-label={m['office.checklists.preview.label']()}
      >
        <div className="phone-bar">
          <p className="phone-title">{name}</p>
          <p className="phone-count">
            {m['office.checklists.preview.answered']({
              done: formatCount(answered),
              count: formatCount(items.length),
            })}
          </p>
        </div>
        {protocol && <p className="phone-protocol">{protocol}</p>}
        <Groups
          items={items}
          answers={answers}
          focusId={focusId}
          onAnswer={(id, answer) => setAnswers({ ...answers, [id]: answer })}
        />
        <Foot items={items} answers={answers} onClear={() => setAnswers({})} />
      </section>
    </div>
  )
}

type GroupsProps = {
  items: readonly Item[]
  answers: Readonly<Record<string, ItemAnswer>>
  focusId: string | null
  onAnswer: (id: string, answer: ItemAnswer) => void
}

function Groups({ items, answers, focusId, onAnswer }: GroupsProps) {
  const places = new Map(items.map(({ id }, at) => [id, at + 1]))
  return groupsOf(items).map((group) => (
    <div key={group.dimension} className="phone-group">
      <h2>{group.dimension}</h2>
      <ol>
        {group.items.map((item) => (
          <PreviewItem
            key={item.id}
            item={item}
            place={places.get(item.id) ?? 0}
            answer={answers[item.id]}
            current={item.id === focusId}
            onAnswer={(answer) => onAnswer(item.id, answer)}
          />
        ))}
      </ol>
    </div>
  ))
}

type FootProps = {
  items: readonly Item[]
  answers: Readonly<Record<string, ItemAnswer>>
  onClear: () => void
}

function Foot({ items, answers, onClear }: FootProps) {
  const failed = items.filter((item) => {
    const answer = answers[item.id]
    // An item that was changed after it was tried is asked anew.
    return answer !== undefined && fits(item, answer) && fails(item.answer, answer)
  }).length
  return (
    <div className="phone-foot">
      <p role="status">
        {failed > 0
          ? m['office.checklists.preview.failed']({ count: formatCount(failed) })
          : m['office.checklists.preview.nothingStored']()}
      </p>
      <Button onClick={onClear} disabled={Object.keys(answers).length === 0}>
        {m['office.checklists.preview.clear']()}
      </Button>
    </div>
  )
}
