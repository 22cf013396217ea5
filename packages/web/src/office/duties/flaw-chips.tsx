import { DUTY_FLAWS } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import { formatCount } from '../../shared/language/format.ts'
import type { DutyFlaw } from './duty-queries.ts'
import { flawName } from './duty-words.ts'
import type { MatrixView } from './matrix-rows.ts'

type Props = {
  flaws: readonly DutyFlaw[]
  only: MatrixView['only']
  listed: DutyFlaw['code'] | null
  onOnly: (only: MatrixView['only']) => void
  onListed: (code: DutyFlaw['code'] | null) => void
}

/** How many gaps and overlaps there are of each sort; each opens its list. One button leaves only their lines. */
export function FlawChips({ flaws, only, listed, onOnly, onListed }: Props) {
  if (flaws.length === 0) {
    return <p className="flaw-chips flaw-chips-none">{m['office.duties.noFlaws']()}</p>
  }
  const counted = DUTY_FLAWS.map((code) => ({
    code,
    count: flaws.filter((flaw) => flaw.code === code).length,
  }))
  const inMatrix = new Set(flaws.flatMap(({ criterionId }) => (criterionId === null ? [] : [criterionId])))
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is a part of a form
    <div className="flaw-chips" role="group" aria-label={m['office.duties.flaws']()}>
      {counted
        .filter(({ count }) => count > 0)
        .map(({ code, count }) => (
          <button
            key={code}
            type="button"
            className="flaw-chip"
            aria-pressed={listed === code}
            onClick={() => onListed(listed === code ? null : code)}
          >
            <strong>{formatCount(count)}</strong>
            {flawName(code)}
          </button>
        ))}
      {inMatrix.size > 0 && (
        <button
          type="button"
          className="flaw-chip flaw-chip-only"
          aria-pressed={only === 'any'}
          onClick={() => onOnly(only === 'any' ? null : 'any')}
        >
          {m['office.duties.onlyFlawed']({ count: formatCount(inMatrix.size) })}
        </button>
      )}
    </div>
  )
}
