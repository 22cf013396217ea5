import { Logger } from 'graphile-worker'

/** The queue talks a lot; what matters to us it tells through events. */
export const silentQueueLogger = new Logger(() => () => {})
