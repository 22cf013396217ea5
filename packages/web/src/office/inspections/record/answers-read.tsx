import { m } from '@chuangcheng/messages'
import { useState } from 'react'
import { formatCount } from '../../../shared/language/format.ts'
import { PhotoWall } from '../../../shared/photo/photo-wall.tsx'
import { Panel } from '../../../shared/ui/panel.tsx'
import { StatusTag, type Tone } from '../../../shared/ui/status-tag.tsx'
import type { VisitRecord } from '../visit/assignment-queries.ts'
import { photosOf } from './visit-photos.ts'
import { answerWords } from './visit-words.ts'

type Answered = VisitRecord['answers'][number]

/** Every answer as it was given, under its dimension; what fails can be looked at alone. */
export function AnswersRead({ visit }: { visit: VisitRecord }) {
  const [failedOnly, setFailedOnly] = useState(false)
  const { answers, unanswered, failedCount } = visit
  const shown = failedOnly ? answers.filter(({ failed }) => failed) : answers
  const dimensions = [...new Set(shown.map(({ item }) => item.dimension))]
  return (
    <Panel
      title={m['office.record.answers']({ count: formatCount(answers.length) })}
      aside={
        failedCount > 0 && (
          <fieldset className="record-filter">
            <legend className="visually-hidden">{m['office.ui.filter']()}</legend>
            {[false, true].map((only) => (
              <button
                key={String(only)}
                type="button"
                aria-pressed={failedOnly === only}
                onClick={() => setFailedOnly(only)}
              >
                {only
                  ? m['office.visit.failedCount']({ count: formatCount(failedCount) })
                  : m['office.record.allAnswers']()}
              </button>
            ))}
          </fieldset>
        )
      }
      flush
    >
      {dimensions.map((dimension) => (
        <section key={dimension} className="record-group" aria-label={dimension}>
          <h3>{dimension}</h3>
          <ul>
            {shown
              .filter(({ item }) => item.dimension === dimension)
              .map((answered) => (
                <AnswerLine key={answered.item.id} visitId={visit.id} answered={answered} />
              ))}
          </ul>
        </section>
      ))}
      {!failedOnly && unanswered.length > 0 && (
        <section className="record-group" aria-label={m['office.record.unanswered']()}>
          <h3>{m['office.record.unanswered']()}</h3>
          <ul>
            {unanswered.map(({ id, code, text }) => (
              <li key={id} className="record-answer">
                <span className="record-code">{code}</span>
                <p className="record-text">{text}</p>
                <StatusTag>{m['office.record.notAnswered']()}</StatusTag>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Panel>
  )
}

function toneOf({ answer, failed }: Answered): Tone {
  if (answer.kind === 'notApplicable') return 'plain'
  return failed ? 'alarm' : 'good'
}

function AnswerLine({ visitId, answered }: { visitId: string; answered: Answered }) {
  const { item, note, photoIds } = answered
  return (
    <li className="record-answer">
      <span className="record-code">{item.code}</span>
      <div className="record-text">
        <p>{item.text}</p>
        {note && <p className="record-note">{note}</p>}
        {photoIds.length > 0 && (
          <>
            <p className="record-note">{m['office.photo.purpose']({ purpose: item.photoPurpose || '—' })}</p>
            <PhotoWall label={item.text} photos={photosOf(visitId, photoIds)} />
          </>
        )}
      </div>
      <StatusTag tone={toneOf(answered)}>{answerWords(answered)}</StatusTag>
    </li>
  )
}
