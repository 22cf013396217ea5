import { Problem } from '../problem.ts'

/** The times of a visit by the device's clock, and that clock at the moment of sending (督查时间). Instants, ISO UTC. */
export type DeviceTimes = {
  readonly startedAt: string
  readonly finishedAt: string
  readonly sentAt: string
}

/** The times of a visit by the server's clock (校正后的督查时间), and how far the device was behind it, in milliseconds. */
export type CorrectedTimes = {
  readonly startedAt: string
  readonly finishedAt: string
  readonly clockOffset: number
}

/** Two clocks never agree to the second. */
const TOLERANCE = 60_000
const LONGEST = 86_400_000

/**
 * A device's clock may be wrong; what it says about itself while sending tells by how much, and that is taken off its other times.
 * @throws Problem visit.time-invalid
 */
export function correctTimes({ startedAt, finishedAt, sentAt }: DeviceTimes, now: string): CorrectedTimes {
  const clockOffset = Date.parse(now) - Date.parse(sentAt)
  const [start, finish] = [Date.parse(startedAt) + clockOffset, Date.parse(finishedAt) + clockOffset]
  const refuse = (flaw: string): never => {
    throw new Problem('visit.time-invalid', { reason: `visitTimeFlaw.${flaw}` })
  }
  if (!Number.isFinite(start) || !Number.isFinite(finish) || start > finish) refuse('reversed')
  if (finish > Date.parse(now) + TOLERANCE) refuse('ahead')
  if (finish - start > LONGEST) refuse('too-long')
  return {
    startedAt: new Date(start).toISOString(),
    finishedAt: new Date(finish).toISOString(),
    clockOffset,
  }
}
