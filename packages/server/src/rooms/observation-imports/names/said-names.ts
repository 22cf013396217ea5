import type { SaidKind } from '@chuangcheng/domain'

type Reference = { readonly id: string; readonly name: string }

/** What somebody settled about a name (名称处理): it is a known one, it is created, or rows go without it. */
export type NameDecision = {
  readonly kind: SaidKind
  readonly said: string
  readonly as: 'known' | 'create' | 'leave'
  readonly id?: string
  readonly districtId?: string
}

/** What a look into the city's own names found. */
export type Found =
  | { readonly id: string }
  | { readonly id: null; readonly ambiguous: boolean; readonly nearest: readonly Reference[] }

/** A name that the city does not know, and what becomes of it. */
export type UnknownName = {
  readonly kind: SaidKind
  readonly said: string
  rowCount: number
  readonly sheet: number
  readonly firstLine: number
  /** column in which it was seen first; null = that of its kind */
  readonly field: string | null
  readonly ambiguous: boolean
  readonly nearest: readonly Reference[]
  readonly decision: NameDecision | null
}

/** Where in a file something stands; the field where only the row could not tell which. */
export type RowPlace = { readonly sheet: number; readonly line: number; readonly field?: string }

type Settled = { readonly id: string | null; readonly unknown: UnknownName | null }

/** How names of one kind are looked up. */
export type NameSource = {
  readonly kind: SaidKind
  look(said: string): Found
  /** whether the city has this record, of those a person may point to */
  has(id: string): boolean
  /** the id that a record of this name will have; null where none can be created */
  create: ((said: string, decision: NameDecision) => string) | null
}

/**
 * Names of one kind as a sheet says them (名称对照): each distinct one is looked up once. First as it was decided, then as the city has it,
 * then as it was understood last time.
 */
export class SaidNames {
  readonly #source: NameSource
  readonly #decisions: ReadonlyMap<string, NameDecision>
  readonly #remembered: ReadonlyMap<string, string>
  readonly #settled = new Map<string, Settled>()

  constructor(
    source: NameSource,
    decisions: readonly NameDecision[],
    remembered: ReadonlyMap<string, string>,
  ) {
    this.#source = source
    this.#decisions = new Map(
      decisions.filter(({ kind }) => kind === source.kind).map((one) => [one.said, one]),
    )
    this.#remembered = remembered
  }

  /** The record that a row means; null when there is none, or nobody has decided yet. */
  settle(said: string, place: RowPlace): string | null {
    const known = this.#settled.get(said) ?? this.#look(said, place)
    this.#settled.set(said, known)
    if (known.unknown) known.unknown.rowCount += 1
    return known.id
  }

  /** What a name was settled as for a row before; null where it was not, or is nobody's. */
  find(said: string): string | null {
    return this.#settled.get(said)?.id ?? null
  }

  #look(said: string, { sheet, line: firstLine, field }: RowPlace): Settled {
    const decision = this.#decisions.get(said) ?? null
    const found = this.#source.look(said)
    // What was to be created last quarter is there now: the same order must not make a second one.
    if (found.id !== null && decision?.as !== 'known' && decision?.as !== 'leave')
      return { id: found.id, unknown: null }
    if (decision === null) {
      const before = this.#remembered.get(said)
      if (before !== undefined && this.#source.has(before)) return { id: before, unknown: null }
    }
    const { ambiguous, nearest } = found.id === null ? found : { ambiguous: false, nearest: [] }
    const { kind } = this.#source
    const where = { sheet, firstLine, field: field ?? null }
    const unknown = { kind, said, rowCount: 0, ...where, ambiguous, nearest, decision }
    return { id: decision === null ? null : this.#decided(said, decision), unknown }
  }

  #decided(said: string, decision: NameDecision): string | null {
    if (decision.as === 'create') return this.#source.create?.(said, decision) ?? null
    const { id } = decision
    return decision.as === 'known' && id !== undefined && this.#source.has(id) ? id : null
  }

  /** Names that the city does not know, those in most rows first. */
  unknown(): UnknownName[] {
    return [...this.#settled.values()]
      .flatMap(({ unknown }) => unknown ?? [])
      .sort((a, b) => b.rowCount - a.rowCount || a.firstLine - b.firstLine)
  }

  /** What was decided to be a known record, to be understood the same way next time. */
  learnt(): { readonly said: string; readonly id: string }[] {
    return [...this.#settled.entries()].flatMap(([said, { id, unknown }]) =>
      id !== null && unknown?.decision?.as === 'known' ? [{ said, id }] : [],
    )
  }
}
