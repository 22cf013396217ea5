/** Exit codes of a start that was refused; scripts and service managers tell them apart. */
export const refusalExitCode = {
  /** Another server holds this data folder or database. */
  alreadyRunning: 3,
  /** The stored rows belong to a PostgreSQL version we must not touch. */
  otherVersion: 4,
  /** Something on this machine or in its settings stands in the way. */
  surroundings: 5,
} as const

type RefusalReason = keyof typeof refusalExitCode

/**
 * The server does not start, and a person must do something first. The message is in both languages because it
 * is printed before anybody has chosen one.
 */
export class StartRefused extends Error {
  readonly exitCode: number

  constructor(reason: RefusalReason, text: { zh: string; en: string }, options?: ErrorOptions) {
    super(`${text.zh}\n${text.en}`, options)
    this.name = 'StartRefused'
    this.exitCode = refusalExitCode[reason]
  }
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** The code of a system error (`ENOENT`) or of a PostgreSQL error (`28000`); undefined for any other value. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}
