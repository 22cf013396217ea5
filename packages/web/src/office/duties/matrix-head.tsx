import { m } from '@chuangcheng/messages'
import { Button } from 'antd'
import { formatCount } from '../../shared/language/format.ts'
import { FilterBar, FilterText } from '../../shared/ui/filter-bar.tsx'
import { StatusTag } from '../../shared/ui/status-tag.tsx'

type Props = {
  shownCount: number
  tickedCount: number
  words: string
  onWords: (words: string) => void
  onClear: (() => void) | undefined
  onAssign: () => void
  onUntick: () => void
}

/** The head of the matrix: how many criteria it shows, what narrows it, and what can be done with those ticked. */
export function MatrixHead({ shownCount, tickedCount, words, onWords, onClear, onAssign, onUntick }: Props) {
  return (
    <FilterBar
      title={
        <>
          {m['office.duties.matrix']()}
          <StatusTag>{m['office.duties.criteria']({ count: formatCount(shownCount) })}</StatusTag>
        </>
      }
      onClear={onClear}
    >
      {tickedCount > 0 && (
        <>
          <Button type="primary" onClick={onAssign}>
            {m['office.duties.assignTicked']({ count: formatCount(tickedCount) })}
          </Button>
          <Button onClick={onUntick}>{m['office.duties.untick']()}</Button>
        </>
      )}
      <FilterText label={m['office.duties.filter']()} value={words} onChange={onWords} />
    </FilterBar>
  )
}
