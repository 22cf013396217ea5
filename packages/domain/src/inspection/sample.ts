import { lotFrom } from './lot.ts'

/** A site as far as drawing goes (抽样点位). */
export type FrameSite = { readonly id: string; readonly code: string }

/** How many sites of a type are drawn, and from which (抽样框): what a draw is replayed from. */
export type SampleFrame = {
  readonly siteTypeId: string
  /** null = all of them */
  readonly count: number | null
  readonly sites: readonly FrameSite[]
}

const byCode = (a: FrameSite, b: FrameSite): number => (a.code < b.code ? -1 : Number(a.code > b.code))

/** In the order in which they go into the lot: by code, letter for letter, the same on every machine. */
export const inLotOrder = (sites: readonly FrameSite[]): FrameSite[] => sites.toSorted(byCode)

/**
 * Draw sites by lot (随机抽样). Of each type: its sites in the order of their codes; as often as sites are wanted, the lot names one of
 * those that are left, which changes places with the first of them. Each type has a lot of its own, started from seed and type, so that
 * another quota elsewhere changes nothing here. Answers the drawn sites of each type in the order of their codes.
 */
export function drawSample(seed: string, frames: readonly SampleFrame[]): Map<string, FrameSite[]> {
  return new Map(frames.map((frame) => [frame.siteTypeId, drawnFrom(frame, seed)]))
}

function drawnFrom({ siteTypeId, count, sites }: SampleFrame, seed: string): FrameSite[] {
  const left = inLotOrder(sites)
  if (count === null || count >= left.length) return left
  const lot = lotFrom(`${seed}/${siteTypeId}`)
  const drawn: FrameSite[] = []
  while (drawn.length < count) {
    const at = lot.below(left.length - drawn.length) + drawn.length
    const [first, named] = [left[drawn.length], left[at]]
    if (first === undefined || named === undefined)
      throw new RangeError('the lot named a site that is not there')
    left[at] = first
    left[drawn.length] = named
    drawn.push(named)
  }
  return drawn.sort(byCode)
}
