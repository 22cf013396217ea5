import { m } from '@chuangcheng/messages'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { usePhone } from '../../shared/ui/use-media.ts'
import { MatrixCards } from './matrix-cards.tsx'
import { MatrixGrid } from './matrix-grid.tsx'
import type { Matrix, Ticks } from './use-matrix.ts'

type Props = { matrix: Matrix; ticks: Ticks; mayEdit: boolean }

/** The lines that fit: a grid on a desk, cards on a phone. */
export function MatrixBody({ matrix, ticks, mayEdit }: Props) {
  const phone = usePhone()
  const { rows, nameOf } = matrix
  if (rows.length === 0) {
    return <EmptyState title={m['office.duties.nothingFits']()} hint={m['office.duties.nothingFitsHint']()} />
  }
  if (phone) return <MatrixCards rows={rows} nameOf={nameOf} editable={mayEdit} onOpen={matrix.open} />
  return (
    <MatrixGrid
      rows={rows}
      nameOf={nameOf}
      cell={matrix.cell}
      ticked={ticks.ticked}
      editable={mayEdit}
      onCell={matrix.setCell}
      onTick={ticks.tick}
      onFold={matrix.fold}
      onOpen={matrix.open}
    />
  )
}
