import { run } from 'graphile-worker'
import type pg from 'pg'
import { silentQueueLogger } from './queue-logger.ts'

/** What can be done later: a task by its name, as `tx.later` puts it on the queue. */
export type Task = (payload: unknown) => Promise<void>

/** Something the queue starts by the clock: `schedule` is a crontab pattern, in UTC. */
export type Routine = { readonly task: string; readonly schedule: string }

export type Queue = { stop(): Promise<void> }

const AT_ONCE = 2

/**
 * Work off the job queue in this process. A task that throws is tried again later, less and less often; `stop` waits for what is running.
 */
export async function startQueue(
  pool: pg.Pool,
  tasks: Readonly<Record<string, Task>>,
  routines: readonly Routine[],
  onError: (error: unknown) => void,
): Promise<Queue> {
  const runner = await run({
    pgPool: pool,
    concurrency: AT_ONCE,
    noHandleSignals: true,
    logger: silentQueueLogger,
    taskList: { ...tasks },
    crontab: routines.map(({ schedule, task }) => `${schedule} ${task}`).join('\n'),
  })
  runner.events.on('job:error', ({ error }) => onError(error))
  runner.events.on('worker:fatalError', ({ error }) => onError(error))
  return { stop: () => runner.stop() }
}
