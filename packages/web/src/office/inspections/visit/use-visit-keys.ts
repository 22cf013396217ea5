import type { ItemAnswer } from '@chuangcheng/domain'
import type { AskedItem } from '../../../shared/checklist/answers.ts'
import { useKeys } from '../../../shared/ui/use-keys.ts'

type Actions = {
  readonly current: AskedItem | undefined
  readonly answer: ItemAnswer | null
  readonly go: (by: 1 | -1) => void
  readonly give: (answer: ItemAnswer) => void
  /** puts the cursor into the field of the current item */
  readonly write: () => void
}

/** ↑ ↓ J K item by item, 1–9 choose, + − count, X does not apply, Enter writes; Escape leaves a field. */
export const useVisitKeys = (actions: Actions): void => useKeys((key) => actionOf(key, actions))

function actionOf(key: string, { current, answer, go, give, write }: Actions): (() => void) | undefined {
  if (key === 'j' || key === 'arrowdown') return () => go(1)
  if (key === 'k' || key === 'arrowup') return () => go(-1)
  if (!current) return undefined
  if (key === 'x') return () => give({ kind: 'notApplicable' })
  if (key === 'enter') return write
  const said =
    current.answer.kind === 'countBands' ? counted(key, answer) : choicesOf(current)[Number(key) - 1]
  return said && (() => give(said))
}

/** What the digits mean, from 1. */
function choicesOf({ answer }: AskedItem): readonly ItemAnswer[] {
  if (answer.kind === 'binary') return [true, false].map((conforms) => ({ kind: 'binary', conforms }))
  if (answer.kind === 'grade') return answer.grades.map(({ grade }) => ({ kind: 'grade', grade }))
  return []
}

function counted(key: string, answer: ItemAnswer | null): ItemAnswer | undefined {
  const count = answer?.kind === 'countBands' ? answer.violations : null
  if (/^\d$/.test(key)) return { kind: 'countBands', violations: Number(key) }
  if (key === '+' || key === '=') return { kind: 'countBands', violations: (count ?? 0) + 1 }
  if (key === '-') return { kind: 'countBands', violations: Math.max(0, (count ?? 0) - 1) }
  return undefined
}
