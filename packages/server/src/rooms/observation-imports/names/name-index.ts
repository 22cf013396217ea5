import { comparable, nearestNames } from '@chuangcheng/domain'
import type { Found } from './said-names.ts'

/** A record with everything it is called, the surest first: its name, then shorter ways to say it. */
export type Called = {
  readonly id: string
  readonly name: string
  readonly forms: readonly (readonly string[])[]
}

const MOST_NEAREST = 4

function indexOf(called: readonly Called[], sureness: number): Map<string, Called[]> {
  const index = new Map<string, Called[]>()
  for (const one of called) {
    for (const form of new Set((one.forms[sureness] ?? []).map(comparable))) {
      const known = index.get(form)
      if (form === '') continue
      if (known) known.push(one)
      else index.set(form, [one])
    }
  }
  return index
}

/** What the surest form says that anything is called by; undefined where nothing is. */
function firstHit(
  indexes: readonly ReadonlyMap<string, readonly Called[]>[],
  forms: readonly string[],
): readonly Called[] | undefined {
  const keys = forms.map(comparable)
  for (const index of indexes) {
    const key = keys.find((form) => index.has(form))
    if (key !== undefined) return index.get(key)
  }
  return undefined
}

const reference = ({ id, name }: Called) => ({ id, name })

/** Looks names up among records: by the surest form that anything is called by; else the nearest ones. */
export function nameIndex(called: readonly Called[]): (forms: readonly string[]) => Found {
  const depth = Math.max(0, ...called.map(({ forms }) => forms.length))
  const indexes = Array.from({ length: depth }, (_, sureness) => indexOf(called, sureness))
  const names = new Map<string, Called>()
  for (const one of [...called].reverse()) for (const form of one.forms.flat()) names.set(form, one)
  const candidates = [...names.keys()]
  const nearestTo = (said: string) => {
    const near = nearestNames(said, candidates, MOST_NEAREST * 2).flatMap((name) => names.get(name) ?? [])
    return [...new Set(near)].slice(0, MOST_NEAREST).map(reference)
  }
  return (forms) => {
    const found = firstHit(indexes, forms)
    const [first, ...others] = found ?? []
    if (first && others.length === 0) return { id: first.id }
    if (found) return { id: null, ambiguous: true, nearest: found.map(reference) }
    return { id: null, ambiguous: false, nearest: nearestTo(forms[0] ?? '') }
  }
}
