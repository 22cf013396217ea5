import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { call } from '../../shared/api/client.ts'
import { type Coverage, type Tie, type TieState } from './mapping-queries.ts'
import { tieKey } from './tie-queue.ts'

/** Decisions wait so long for others, so that quick keys travel together. */
const PAUSE = 400
/** Coverage is counted anew when nothing was decided for so long. */
const REST = 2000
/** The most the server takes at once. */
const BATCH = 500

export type Decision = { readonly tie: Tie; readonly before: TieState; readonly state: TieState }

/**
 * Decisions on ties: seen at once, sent in small batches one after another. What the server refuses is undone, and `error` says why.
 */
export function useDecisions(versionId: string) {
  const { states, show } = useTieStates()
  const { count, countAnew } = useCounts(versionId)
  const [done, setDone] = useState<readonly (readonly Decision[])[]>([])
  const [error, setError] = useState<unknown>(null)
  const waiting = useRef<Decision[]>([])
  const sending = useRef<Promise<void>>(Promise.resolve())
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined)

  const refused = useCallback(
    (batch: readonly Decision[], why: unknown) => {
      show(batch, ({ before }) => before)
      count(-openChange(batch))
      setDone((now) => now.filter((step) => !step.some((decision) => batch.includes(decision))))
      setError(why)
    },
    [show, count],
  )

  const flush = useCallback(() => {
    clearTimeout(timer.current)
    const given = waiting.current
    waiting.current = []
    for (let from = 0; from < given.length; from += BATCH) {
      const batch = given.slice(from, from + BATCH)
      sending.current = sending.current.then(() => send(versionId, batch).catch((why) => refused(batch, why)))
    }
    return sending.current
  }, [versionId, refused])

  const apply = useCallback(
    (decisions: readonly Decision[]) => {
      setError(null)
      show(decisions, ({ state }) => state)
      count(openChange(decisions))
      waiting.current.push(...decisions)
      clearTimeout(timer.current)
      clearTimeout(rest.current)
      timer.current = setTimeout(() => void flush(), PAUSE)
      rest.current = setTimeout(() => void sending.current.then(countAnew), REST)
    },
    [show, count, flush, countAnew],
  )

  useLastWord(flush, () => {
    clearTimeout(rest.current)
    countAnew()
  })

  const decide = (ties: readonly Tie[], state: TieState, stateOf: (tie: Tie) => TieState) => {
    const decisions = ties
      .map((tie): Decision => ({ tie, before: stateOf(tie), state }))
      .filter(({ before }) => before !== state)
    if (decisions.length === 0) return
    setDone((now) => [...now, decisions])
    apply(decisions)
  }
  /** Takes the last step back and says which tie it was about. */
  const undo = (): Tie | null => {
    const last = done.at(-1)
    if (!last) return null
    setDone(done.slice(0, -1))
    apply(last.map(({ tie, before, state }) => ({ tie, before: state, state: before })))
    return last[0]?.tie ?? null
  }
  return { states, error, decide, undo, canUndo: done.length > 0, flush, forgetError: () => setError(null) }
}

async function send(versionId: string, batch: readonly Decision[]): Promise<void> {
  const decisions = batch.map(({ tie: { itemId, criterionId }, state }) => ({ itemId, criterionId, state }))
  await call('decideMappings', { params: { id: versionId }, body: { decisions } })
}

/** What was decided on this page, over what the server listed. */
function useTieStates() {
  const [states, setStates] = useState<ReadonlyMap<string, TieState>>(new Map())
  const show = useCallback(
    (decisions: readonly Decision[], pick: (decision: Decision) => TieState) =>
      setStates((now) => new Map([...now, ...decisions.map((one) => [tieKey(one.tie), pick(one)] as const)])),
    [],
  )
  return { states, show }
}

/** How many are left: counted along at once, and anew by the server when there is time. */
function useCounts(versionId: string) {
  const queries = useQueryClient()
  const count = useCallback(
    (change: number) =>
      queries.setQueryData<Coverage>(
        ['mappings', versionId, 'coverage'],
        (coverage) => coverage && { ...coverage, guessCount: Math.max(0, coverage.guessCount + change) },
      ),
    [queries, versionId],
  )
  const countAnew = useCallback(
    () => void queries.invalidateQueries({ queryKey: ['mappings', versionId, 'coverage'] }),
    [queries, versionId],
  )
  return { count, countAnew }
}

/** By how many the undecided become more or fewer. */
const openChange = (decisions: readonly Decision[]): number =>
  decisions.reduce(
    (sum, { before, state }) => sum + (state === 'guess' ? 1 : 0) - (before === 'guess' ? 1 : 0),
    0,
  )

/** What is still waiting is sent when the page is left. */
function useLastWord(flush: () => Promise<void>, sent: () => void): void {
  const last = useRef({ flush, sent })
  useLayoutEffect(() => {
    last.current = { flush, sent }
  })
  useEffect(() => {
    const leave = () => void last.current.flush()
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      void last.current.flush().then(last.current.sent)
    }
  }, [])
}
