import { textSaid } from '../../../shared/address/said-in-address.ts'

/** What an inspector looks at: one round or all, what is open or what is done. */
export type AssignmentSearch = {
  readonly round?: string | undefined
  readonly done?: boolean | undefined
  readonly text?: string | undefined
}

export const readAssignmentSearch = (search: Record<string, unknown>): AssignmentSearch => ({
  round: textSaid(search.round),
  done: search.done === true ? true : undefined,
  text: textSaid(search.text),
})
