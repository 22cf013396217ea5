import { DUTY_ROLES } from '@chuangcheng/domain'
import { useState } from 'react'
import { BulkDrawer } from './bulk-drawer.tsx'
import { CellEditor } from './cell-editor.tsx'
import type { DutyFlaw } from './duty-queries.ts'
import { FlawChips } from './flaw-chips.tsx'
import { FlawsPanel } from './flaws-panel.tsx'
import { MatrixBody } from './matrix-body.tsx'
import { MatrixHead } from './matrix-head.tsx'
import type { MatrixSource } from './matrix-rows.ts'
import { type Matrix, useMatrix, useTicks } from './use-matrix.ts'

type Props = {
  versionId: string
  source: MatrixSource
  mayEdit: boolean
  /** the criterion a link led to */
  startAt: string | undefined
}

/** The matrix with what is wrong above and beside it, and the ways to assign: cell by cell, or many at once. */
export function MatrixSheet({ versionId, source, mayEdit, startAt }: Props) {
  const matrix = useMatrix(source, startAt)
  const ticks = useTicks()
  const [isAssigning, setIsAssigning] = useState(false)
  const [listed, setListed] = useState<DutyFlaw['code'] | null>(null)
  const [done, setDone] = useState<string | null>(null)
  const { view, rows } = matrix
  const usual = source.matrix.organizations.map(({ id }) => id)
  const assigned = (said: string) => {
    ticks.untick()
    setDone(said)
  }
  return (
    <>
      <FlawChips
        flaws={source.flaws}
        only={view.only}
        listed={listed}
        onOnly={matrix.showOnly}
        onListed={setListed}
      />
      <p className="duties-done" role="status">
        {done}
      </p>
      <div className={listed ? 'duties-grid duties-grid-listed' : 'duties-grid'}>
        <div className="sheet">
          <MatrixHead
            shownCount={rows.filter(({ node }) => node.kind === 'criterion').length}
            tickedCount={mayEdit ? ticks.ticked.size : 0}
            words={view.words}
            onWords={matrix.showWords}
            onClear={view.words || view.only ? matrix.showEverything : undefined}
            onAssign={() => setIsAssigning(true)}
            onUntick={ticks.untick}
          />
          <MatrixBody matrix={matrix} ticks={ticks} mayEdit={mayEdit} />
        </div>
        {listed && (
          <FlawsPanel
            code={listed}
            flaws={source.flaws.filter(({ code }) => code === listed)}
            onGo={matrix.goTo}
            onClose={() => setListed(null)}
          />
        )}
      </div>
      <OpenedCell versionId={versionId} matrix={matrix} usual={usual} />
      {isAssigning && (
        <BulkDrawer
          versionId={versionId}
          criterionIds={[...ticks.ticked]}
          usual={usual}
          onSaved={assigned}
          onClose={() => setIsAssigning(false)}
        />
      )}
    </>
  )
}

type OpenedProps = { versionId: string; matrix: Matrix; usual: readonly string[] }

function OpenedCell({ versionId, matrix, usual }: OpenedProps) {
  const { opened, rows } = matrix
  const row = rows.find(({ node }) => node.id === opened?.cell.id)
  const role = DUTY_ROLES[(opened?.cell.column ?? 0) - 1]
  if (!opened || !row || !role) return null
  return (
    <CellEditor
      key={`${opened.cell.id} ${role}`}
      versionId={versionId}
      row={row}
      role={role}
      anchor={opened.anchor}
      usual={usual}
      onSaved={matrix.closeAndStepDown}
      onClose={matrix.close}
    />
  )
}
