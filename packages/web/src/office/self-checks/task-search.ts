import { ANSWER_FILTERS, type AnswerFilter } from './self-check-words.ts'

/** What narrows a list of answers, as it stands in the address. */
export type TaskSearch = {
  readonly organizationId?: string | undefined
  readonly nodeId?: string | undefined
  readonly standing?: AnswerFilter | undefined
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined)

export const readTaskSearch = (search: Record<string, unknown>): TaskSearch => ({
  organizationId: text(search.organizationId),
  nodeId: text(search.nodeId),
  standing: ANSWER_FILTERS.find((filter) => filter === search.standing),
})
