/**
 * A lot (抽签): the same seed always gives the same numbers, on every machine and for ever. The seed's letters go through FNV-1a (32 bits,
 * a UTF-16 unit at a time, low byte first) into the four numbers from which xoshiro128** starts. Nothing here may ever change: draws
 * that lie years back are drawn again with it.
 */
export type Lot = {
  /** the next whole number from 0 up to, but not, `count`; every one equally likely */
  below(count: number): number
}

const FNV_OFFSET = 0x811c9dc5
const FNV_PRIME = 0x01000193
const BYTE = 0xff
const RANGE = 2 ** 32

function hashOf(text: string): number {
  let hash = FNV_OFFSET
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    hash = Math.imul(hash ^ (unit & BYTE), FNV_PRIME)
    hash = Math.imul(hash ^ (unit >>> 8), FNV_PRIME)
  }
  return hash >>> 0
}

const turned = (value: number, by: number): number => (value << by) | (value >>> (32 - by))

/** A lot from a seed. */
export function lotFrom(seed: string): Lot {
  // The one start that would give nothing but zeros cannot come from four different texts in practice; the last bit rules it out.
  let [a, b, c, d] = [hashOf(`${seed}/1`), hashOf(`${seed}/2`), hashOf(`${seed}/3`), hashOf(`${seed}/4`) | 1]
  const next = (): number => {
    const result = Math.imul(turned(Math.imul(b, 5), 7), 9) >>> 0
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = turned(d, 11)
    return result
  }
  return {
    below(count) {
      // What lies beyond the last whole multiple would favor the small numbers.
      const fair = RANGE - (RANGE % count)
      for (;;) {
        const number = next()
        if (number < fair) return number % count
      }
    },
  }
}
