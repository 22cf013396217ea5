/** A stream of repeatable choices: the same seed and topic always give the same city. */
export interface Dice {
  /** The next number in [0, 1). */
  next(): number
  between(low: number, high: number): number
  /** A whole number in [low, high], both ends included. */
  integer(low: number, high: number): number
  chance(probability: number): boolean
  pick<Item>(items: readonly Item[]): Item
  /** The same items in another order; the argument stays as it is. */
  shuffle<Item>(items: readonly Item[]): Item[]
}

/** Each topic has its own stream, so that a change to one part of the city leaves the others where they were. */
export function diceFor(seed: number, topic: string): Dice {
  let state = seed | 0
  for (const letter of topic) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 0x01000193)

  const next = (): number => {
    // mulberry32: small, well mixed, and the same on every platform
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const integer = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))

  return {
    next,
    between: (low, high) => low + (high - low) * next(),
    integer,
    chance: (probability) => next() < probability,
    pick: (items) => itemAt(items, integer(0, items.length - 1)),
    shuffle: (items) => {
      const order = [...items]
      for (let last = order.length - 1; last > 0; last--) {
        const other = integer(0, last)
        const kept = itemAt(order, last)
        order[last] = itemAt(order, other)
        order[other] = kept
      }
      return order
    },
  }
}

/** The item at an index that must exist; a hole here is a bug of the generator, so it throws. */
export function itemAt<Item>(items: ArrayLike<Item>, index: number): Item {
  const item = items[index]
  if (item === undefined) throw new RangeError(`No item ${index} among ${items.length}`)
  return item
}
