import { useCallback, useMemo, useState } from 'react'
import { useAllOrganizations } from '../../shared/form/all-organizations.ts'
import type { DutyFlaw } from './duty-queries.ts'
import type { NameOf } from './matrix-line.tsx'
import { type MatrixSource, type MatrixView, matrixRows } from './matrix-rows.ts'
import { type Cell, cellAfter } from './matrix-steps.ts'

type Opened = { readonly cell: Cell; readonly anchor: DOMRect }

const EVERYTHING: MatrixView = { words: '', only: null, folded: new Set() }
const LEAD_COLUMN = 1

const focusGrid = (options?: FocusOptions): void =>
  document.querySelector<HTMLElement>('.matrix')?.focus(options)

/** What of the matrix is shown, where its reader stands, and which cell is open. `startAt` is the criterion a link led to. */
export function useMatrix(source: MatrixSource, startAt: string | undefined) {
  const [view, setView] = useState(EVERYTHING)
  const [cell, setCell] = useState<Cell | null>(startAt ? { id: startAt, column: LEAD_COLUMN } : null)
  const [opened, setOpened] = useState<Opened | null>(null)
  const nameOf = useNames(source)
  const rows = useMemo(() => matrixRows(source, view), [source, view])
  const showWords = useCallback((words: string) => setView((before) => ({ ...before, words })), [])
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
    focusGrid()
  }
  const open = (at: Cell, anchor: DOMRect) => {
    setCell(at)
    setOpened({ cell: at, anchor })
  }
  const close = () => {
    setOpened(null)
    focusGrid({ preventScroll: true })
  }
  const closeAndStepDown = () => {
    if (opened) setCell(cellAfter('ArrowDown', rows, opened.cell))
    close()
  }
  const showOnly = (only: MatrixView['only']) => setView({ ...view, only })
  const showEverything = () => setView(EVERYTHING)
  const shown = { view, rows, nameOf, showWords, showOnly, showEverything }
  return { ...shown, cell, setCell, fold, goTo, opened, open, close, closeAndStepDown }
}

export type Matrix = ReturnType<typeof useMatrix>

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

/** The criteria that are ticked to be assigned together. */
export function useTicks() {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const tick = useCallback((ids: readonly string[], on: boolean) => {
    setTicked((before) => new Set(on ? [...before, ...ids] : [...before].filter((id) => !ids.includes(id))))
  }, [])
  return { ticked, tick, untick: () => setTicked(new Set()) }
}

export type Ticks = ReturnType<typeof useTicks>
