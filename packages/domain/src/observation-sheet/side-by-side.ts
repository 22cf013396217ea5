import type { Fraction } from '../framework/fraction.ts'
import { exactly, minus, ONE, over } from '../framework/fraction.ts'

/** An observation as far as it stands beside others of its criterion at its place (并列观测). */
export type Beside = {
  readonly criterionId: string | null
  readonly subjectKey: string
  readonly alongside: number
}

const pairOf = ({ criterionId, subjectKey }: Omit<Beside, 'alongside'>): string =>
  `${criterionId ?? ''} ${subjectKey}`

/**
 * Count anew how many observations of a criterion stand side by side at each place (重算并列数).
 * @param staying those that stand already and are not superseded
 * @returns for the new ones their counts, in their order; of the others those whose count is another one now
 */
export function countAlongside<S extends Beside>(
  staying: readonly S[],
  added: readonly Omit<Beside, 'alongside'>[],
): { readonly added: number[]; readonly changed: { readonly one: S; readonly alongside: number }[] } {
  const counts = new Map<string, number>()
  for (const one of [...staying, ...added]) {
    const pair = pairOf(one)
    counts.set(pair, (counts.get(pair) ?? 0) + 1)
  }
  const countOf = (one: Omit<Beside, 'alongside'>): number => counts.get(pairOf(one)) ?? 1
  return {
    added: added.map(countOf),
    changed: staying
      .filter((one) => countOf(one) !== one.alongside)
      .map((one) => ({ one, alongside: countOf(one) })),
  }
}

/** The share (得分比例) that is left when so many points of all are taken off: exact. Nothing taken off of no points is the whole. */
export const shareLeft = (deduction: number, points: number): Fraction =>
  deduction === 0 ? ONE : minus(ONE, over(exactly(deduction), exactly(points)))
