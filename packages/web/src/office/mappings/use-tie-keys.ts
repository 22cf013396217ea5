import { useKeys } from '../../shared/ui/use-keys.ts'

type Actions = {
  /** Without the right to decide only the steps work. */
  readonly enabled: boolean
  readonly next: () => void
  readonly previous: () => void
  readonly nextItem: () => void
  readonly previousItem: () => void
  readonly confirm: () => void
  readonly refuse: () => void
  readonly refuseRest: () => void
  readonly pick: (place: number) => void
  readonly undo: () => void
}

/** J K ↑ ↓ tie by tie, ← → item by item, Y Enter confirm, N refuse, 0 refuse the rest, 1–9 pick, U undo. */
export const useTieKeys = (actions: Actions): void => useKeys((key) => actionOf(key, actions))

function actionOf(key: string, actions: Actions): (() => void) | undefined {
  const steps: Readonly<Record<string, () => void>> = {
    j: actions.next,
    arrowdown: actions.next,
    k: actions.previous,
    arrowup: actions.previous,
    arrowright: actions.nextItem,
    arrowleft: actions.previousItem,
  }
  if (!actions.enabled) return steps[key]
  const decisions: Readonly<Record<string, () => void>> = {
    ...steps,
    y: actions.confirm,
    enter: actions.confirm,
    n: actions.refuse,
    '0': actions.refuseRest,
    u: actions.undo,
  }
  return /^[1-9]$/.test(key) ? () => actions.pick(Number(key) - 1) : decisions[key]
}
