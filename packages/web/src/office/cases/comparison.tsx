import { m } from '@chuangcheng/messages'
import { formatMoment } from '../../shared/language/format.ts'
import { PhotoWall } from '../../shared/photo/photo-wall.tsx'
import { type CaseFile, type CaseStep, photosOf } from './case-queries.ts'

const isReport = ({ step }: CaseStep): boolean => step === 'rectify' || step === 'fixOnSpot'

/** How it was and how it is, side by side: the first look of whoever verifies. */
export function Comparison({ one }: { one: CaseFile }) {
  const opening = one.steps.find(({ step }) => step === 'open')
  // What was returned shows its last attempt, until there is another.
  const report = one.steps.findLast(isReport)
  return (
    <section className="sheet comparison" aria-label={m['office.cases.comparison']()}>
      <Side one={one} title={m['office.cases.before']()} step={opening} none={m['office.cases.noBefore']()} />
      <Side
        one={one}
        title={m['office.cases.after']()}
        step={report}
        none={report ? m['office.cases.noAfter']() : m['office.cases.notYet']()}
      />
    </section>
  )
}

type SideProps = { one: CaseFile; title: string; step: CaseStep | undefined; none: string }

function Side({ one, title, step, none }: SideProps) {
  const photoIds = step?.photoIds ?? []
  return (
    <figure className="comparison-side">
      <figcaption>
        <strong>{title}</strong>
        {step && <span>{formatMoment(step.at)}</span>}
      </figcaption>
      {photoIds.length === 0 ? (
        <p className="comparison-none">{none}</p>
      ) : (
        <PhotoWall label={`${one.title} ${title}`} photos={photosOf(one.id, photoIds, true)} />
      )}
    </figure>
  )
}
