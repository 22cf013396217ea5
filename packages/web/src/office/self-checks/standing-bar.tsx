import type { StandingCounts } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import { formatCount } from '../../shared/language/format.ts'
import { filterName } from './self-check-words.ts'

/** The parts of the whole, in the order they are drawn. */
export const PARTS = [
  ['met', 'metCount'],
  ['mostlyMet', 'mostlyMetCount'],
  ['unmet', 'unmetCount'],
  ['missing', 'missingCount'],
] as const

/** How many are met, mostly met, not met and not answered yet, as lengths of one bar; the numbers stand beside it. */
export function StandingBar({ counts, label }: { counts: StandingCounts; label: string }) {
  const words = PARTS.map(([filter, field]) => `${filterName(filter)} ${formatCount(counts[field])}`)
  return (
    <div
      className="standing-bar"
      role="img"
      aria-label={`${label}${m['office.selfChecks.colon']()}${words.join(m['office.history.listComma']())}`}
    >
      {PARTS.map(([filter, field]) =>
        counts[field] > 0 ? (
          <span
            key={filter}
            className={`standing-part standing-${filter}`}
            style={{ flexGrow: counts[field] }}
          />
        ) : null,
      )}
    </div>
  )
}
