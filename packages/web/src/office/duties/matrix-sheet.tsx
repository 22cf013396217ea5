import { DUTY_ROLES } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import { useCallback, useMemo, useState } from 'react'
import { useAllOrganizations } from '../../shared/form/all-organizations.ts'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { usePhone } from '../../shared/ui/use-media.ts'
import { BulkDrawer } from './bulk-drawer.tsx'
import { CellEditor } from './cell-editor.tsx'
import type { DutyFlaw } from './duty-queries.ts'
import { FlawChips } from './flaw-chips.tsx'
import { FlawsPanel } from './flaws-panel.tsx'
import { MatrixCards } from './matrix-cards.tsx'
import { MatrixGrid } from './matrix-grid.tsx'
import { MatrixHead } from './matrix-head.tsx'
import type { NameOf } from './matrix-line.tsx'
import { type MatrixSource, type MatrixView, matrixRows } from './matrix-rows.ts'
import { type Cell, cellAfter } from './matrix-steps.ts'

type Props = {
  versionId: string
  source: MatrixSource
  mayEdit: boolean
  /** the criterion a link led to */
  startAt: string | undefined
}

type Opened = { readonly cell: Cell; readonly anchor: DOMRect }

const EVERYTHING: MatrixView = { words: '', only: null, folded: new Set() }
const LEAD_COLUMN = 1

function useNames({ matrix }: MatrixSource): NameOf {
  const { data } = useAllOrganizations()
  return useMemo(() => {
    const known = new Map([...(data ?? []), ...matrix.organizations].map((one) => [one.id, one]))
    return (id) => {
      const one = known.get(id)
      return { short: one?.shortName ?? one?.name ?? '…', full: one?.name ?? '…' }
    }
  }, [data, matrix])
}

export function MatrixSheet({ versionId, source, mayEdit, startAt }: Props) {
  const phone = usePhone()
  const [view, setView] = useState(EVERYTHING)
  const [cell, setCell] = useState<Cell | null>(startAt ? { id: startAt, column: LEAD_COLUMN } : null)
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [opened, setOpened] = useState<Opened | null>(null)
  const [isAssigning, setIsAssigning] = useState(false)
  const [listed, setListed] = useState<DutyFlaw['code'] | null>(null)
  const [done, setDone] = useState<string | null>(null)
  const nameOf = useNames(source)
  const rows = useMemo(() => matrixRows(source, view), [source, view])
  const usual = source.matrix.organizations.map(({ id }) => id)
  const tick = useCallback((ids: readonly string[], on: boolean) => {
    setTicked((before) => new Set(on ? [...before, ...ids] : [...before].filter((id) => !ids.includes(id))))
  }, [])
  const onWords = useCallback((words: string) => setView((before) => ({ ...before, words })), [])
  const fold = (id: string, folded: boolean) => {
    const next = new Set(view.folded)
    if (folded) next.add(id)
    else next.delete(id)
    setView({ ...view, folded: next })
  }
  const goTo = ({ criterionId }: DutyFlaw) => {
    if (criterionId === null) return
    setView(EVERYTHING)
    setCell({ id: criterionId, column: LEAD_COLUMN })
    document.querySelector<HTMLElement>('.matrix')?.focus()
  }
  const close = () => {
    setOpened(null)
    document.querySelector<HTMLElement>('.matrix')?.focus({ preventScroll: true })
  }
  const open = (at: Cell, anchor: DOMRect) => {
    setCell(at)
    setOpened({ cell: at, anchor })
  }
  const openedRow = rows.find(({ node }) => node.id === opened?.cell.id)
  const openedRole = DUTY_ROLES[(opened?.cell.column ?? 0) - 1]
  return (
    <>
      <FlawChips
        flaws={source.flaws}
        only={view.only}
        listed={listed}
        onOnly={(only) => setView({ ...view, only })}
        onListed={setListed}
      />
      <p className="duties-done" role="status">
        {done}
      </p>
      <div className={listed ? 'duties-grid duties-grid-listed' : 'duties-grid'}>
        <div className="sheet">
          <MatrixHead
            shownCount={rows.filter(({ node }) => node.kind === 'criterion').length}
            tickedCount={mayEdit ? ticked.size : 0}
            words={view.words}
            onWords={onWords}
            onClear={view.words || view.only ? () => setView(EVERYTHING) : undefined}
            onAssign={() => setIsAssigning(true)}
            onUntick={() => setTicked(new Set())}
          />
          {rows.length === 0 && (
            <EmptyState
              title={m['office.duties.nothingFits']()}
              hint={m['office.duties.nothingFitsHint']()}
            />
          )}
          {rows.length > 0 &&
            (phone ? (
              <MatrixCards rows={rows} nameOf={nameOf} editable={mayEdit} onOpen={open} />
            ) : (
              <MatrixGrid
                rows={rows}
                nameOf={nameOf}
                cell={cell}
                ticked={ticked}
                editable={mayEdit}
                onCell={setCell}
                onTick={tick}
                onFold={fold}
                onOpen={open}
              />
            ))}
        </div>
        {listed && (
          <FlawsPanel
            code={listed}
            flaws={source.flaws.filter(({ code }) => code === listed)}
            onGo={goTo}
            onClose={() => setListed(null)}
          />
        )}
      </div>
      {opened && openedRow && openedRole && (
        <CellEditor
          key={`${opened.cell.id} ${openedRole}`}
          versionId={versionId}
          row={openedRow}
          role={openedRole}
          anchor={opened.anchor}
          usual={usual}
          onSaved={() => {
            setCell(cellAfter('ArrowDown', rows, opened.cell))
            close()
          }}
          onClose={close}
        />
      )}
      {isAssigning && (
        <BulkDrawer
          versionId={versionId}
          criterionIds={[...ticked]}
          usual={usual}
          onSaved={(said) => {
            setTicked(new Set())
            setDone(said)
          }}
          onClose={() => setIsAssigning(false)}
        />
      )}
    </>
  )
}
