import { m } from '@chuangcheng/messages'
import { bandOf, type VerdictProps } from './answers.ts'

/** Counts problems; the grade they make stands beside the number, and all grades below it. */
export function Stepper({ item, answer, onAnswer }: VerdictProps) {
  const count = answer?.kind === 'countBands' ? answer.violations : null
  const band = count === null ? undefined : bandOf(item, count)
  const set = (violations: number) => onAnswer({ kind: 'countBands', violations })
  const tone = band === undefined ? 'none' : band.share === 1 ? 'good' : 'bad'
  return (
    <>
      <div className={`verdict-stepper verdict-stepper-${tone}`}>
        <button
          type="button"
          aria-label={m['office.checklists.preview.fewer']()}
          disabled={count === null || count === 0}
          onClick={() => set((count ?? 1) - 1)}
        >
          −
        </button>
        <button type="button" className="verdict-counted" onClick={() => set(count ?? 0)}>
          {count === null
            ? m['office.checklists.preview.countNone']()
            : m['office.checklists.preview.count']({ count })}
          {band && <b>{band.grade}</b>}
        </button>
        <button
          type="button"
          aria-label={m['office.checklists.preview.more']()}
          onClick={() => set(count === null ? 1 : count + 1)}
        >
          +
        </button>
      </div>
      {item.answer.kind === 'countBands' && (
        <p className="verdict-bands">
          {item.answer.bands.map(({ grade, from, to }) => (
            <span key={grade} className={grade === band?.grade ? 'verdict-band-now' : undefined}>
              <b>{grade}</b> {spanWords(from, to)}
            </span>
          ))}
        </p>
      )}
    </>
  )
}

function spanWords(from: number, to: number | null): string {
  if (to === null) return m['office.verdict.orMore']({ count: from })
  return m['office.checklists.preview.count']({ count: from === to ? from : `${from}–${to}` })
}
