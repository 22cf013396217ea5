/** Something that happens again and again until it is stopped. */
export type Ticking = { stop(): Promise<void> }

/**
 * Do `work`, wait, do it again; never twice at once. An error is told to `onError` and does not end the ticking.
 * `stop` waits for what is running.
 */
export function every(
  seconds: number,
  work: () => Promise<void>,
  onError: (error: unknown) => void,
): Ticking {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  const tick = () => {
    running = work()
      .catch(onError)
      .then(() => {
        if (!stopped) timer = setTimeout(tick, seconds * 1000).unref()
      })
  }
  tick()
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
