import { metersBetween } from '../../../shared/map/distance.ts'
import type { Position } from '../../../shared/map/map-props.ts'
import type { Task } from './assignment-list.ts'

export type NearTask = Task & { readonly meters: number | null }

/** The nearest first; what has no position in the register comes last. Without a position of one's own as they were. */
export function nearestFirst(tasks: readonly Task[], from: Position | null): NearTask[] {
  const measured = tasks.map((task) => ({
    ...task,
    meters: from && task.site.position ? metersBetween(from, task.site.position) : null,
  }))
  if (from === null) return measured
  return measured.sort((a, b) => (a.meters ?? Infinity) - (b.meters ?? Infinity))
}
