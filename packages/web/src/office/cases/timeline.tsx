import { m } from '@chuangcheng/messages'
import { formatDay, formatMoment } from '../../shared/language/format.ts'
import { PhotoWall } from '../../shared/photo/photo-wall.tsx'
import { type CaseFile, type CaseStep, photosOf } from './case-queries.ts'
import { stepName } from './case-words.ts'

/** What was done with a case, the latest first: who, when, to whom, and why. */
export function Timeline({ one }: { one: CaseFile }) {
  return (
    <ol className="timeline" reversed>
      {one.steps.toReversed().map((step) => (
        <li key={step.number} className={`timeline-step timeline-${step.step}`}>
          <p className="timeline-what">
            <strong>{stepName(step.step)}</strong>
            {step.organization && <span>{m['office.cases.to']({ name: step.organization.name })}</span>}
          </p>
          <p className="timeline-when">{whenAndWho(step)}</p>
          {step.reason !== '' && <p className="timeline-reason">{step.reason}</p>}
          {step.dueAt !== null && (
            <p className="timeline-due">{m['office.cases.until']({ day: formatDay(step.dueAt) })}</p>
          )}
          {step.photoIds.length > 0 && (
            <PhotoWall label={stepName(step.step)} photos={photosOf(one.id, step.photoIds)} />
          )}
        </li>
      ))}
    </ol>
  )
}

const whenAndWho = ({ at, actorName, step }: CaseStep): string => {
  const who = actorName ?? (step === 'open' || step === 'fixOnSpot' ? m['office.cases.inspector']() : '')
  return who === '' ? formatMoment(at) : `${formatMoment(at)} · ${who}`
}
