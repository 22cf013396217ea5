/** A figure of the benchmark: its value, and where there is one the limit measured in the same run. */
export type Figure = {
  readonly name: string
  readonly value: number
  readonly unit: string
  /** what the issue asks for: `≤30`, or `≥0.5` of the ratio */
  readonly target?: string
  readonly limit?: number
  readonly limitName?: string
  readonly ratio?: number
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000

/** Print a figure as one line of JSON. */
export function print(figure: Figure): void {
  const numbers = Object.fromEntries(
    Object.entries(figure).map(([key, value]) => [key, typeof value === 'number' ? rounded(value) : value]),
  )
  console.log(JSON.stringify(numbers))
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** Milliseconds that `work` takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

/** How often `work` was done in a second by `workers` at once, over `count` times in all. */
export async function perSecond(
  count: number,
  workers: number,
  work: (index: number, worker: number) => Promise<unknown>,
): Promise<number> {
  let next = 0
  const begun = performance.now()
  await Promise.all(
    Array.from({ length: workers }, async (_, worker) => {
      for (let index = next++; index < count; index = next++) await work(index, worker)
    }),
  )
  return count / ((performance.now() - begun) / 1000)
}
